/** What has been asked, kept for as long as it is fresh; components and whoever is none share it. */
import { QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.js';

const RETRIES = 2;
const FRESH_MS = 15_000;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failures, error) => error instanceof Problem && error.isPassing && failures < RETRIES,
    },
  },
});
