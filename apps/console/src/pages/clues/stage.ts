import type { Stage } from '../../app/stage.js';

export const clues: Stage = { title: '线索移交', pages: [] };
