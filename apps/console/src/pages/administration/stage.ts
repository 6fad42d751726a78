import type { Stage } from '../../app/stage.js';

export const administration: Stage = { title: '系统管理', pages: [] };
