import type { Stage } from '../../app/stage.js';

export const overview: Stage = { title: '总览', pages: [] };
