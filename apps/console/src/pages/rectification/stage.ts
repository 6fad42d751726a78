import type { Stage } from '../../app/stage.js';

export const rectification: Stage = { title: '整改监督', pages: [] };
