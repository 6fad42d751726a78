import type { Stage } from '../../app/stage.js';

export const talent: Stage = { title: '人才与组队', pages: [] };
