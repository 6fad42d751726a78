import type { Stage } from '../../app/stage.js';

export const planning: Stage = { title: '监督统筹', pages: [] };
