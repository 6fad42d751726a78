/**
 * Every ledger as an Excel file: a query that pages has one beside it, of all its pages as its viewer sees them. Nothing is declared for
 * it, so that no ledger is without.
 */
import { z } from 'zod';
import { allContracts, type QueryContract, type Route } from './builders.js';

export interface LedgerExport {
  readonly list: QueryContract;
  readonly route: Route;
  /** The ledger's own, without its page. */
  readonly input: z.ZodObject;
}

/** After the address of the ledger. */
export const EXPORT_ENDING = '/export.xlsx';

/** Undefined where the query does not page or has no address. */
export function exportOf(list: QueryContract): LedgerExport | undefined {
  const { route, input, output } = list;
  const pages = 'cursor' in input.shape && output instanceof z.ZodObject && 'next' in output.shape;
  if (!route || !pages) return undefined;
  const { cursor: _cursor, limit: _limit, ...filters } = input.shape;
  return { list, route: { ...route, path: route.path + EXPORT_ENDING }, input: z.object(filters) };
}

export function exportsOfLedgers(): LedgerExport[] {
  return allContracts().flatMap((contract) => (contract.kind === 'query' ? (exportOf(contract) ?? []) : []));
}
