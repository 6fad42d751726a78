import type { Stage } from '../../app/stage.js';

export const linkage: Stage = { title: '上下联动', pages: [] };
