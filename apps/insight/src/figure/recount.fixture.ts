/** The running totals of insight beside what a full recount comes to. */
import type { ServicesUnderTest } from '@xuncha/testing';

const SUMS = 'CAST(SUM(records) AS CHAR) AS records, CAST(SUM(amount) AS CHAR) AS amount';

export const totals = (system: ServicesUnderTest) =>
  system.look(
    'insight',
    `SELECT site, indicator, team, unit, ${SUMS} FROM
       (SELECT site, indicator, team, unit, records, amount FROM total
        UNION ALL SELECT site, indicator, team, unit, records, amount FROM total_change) AS every_change
     GROUP BY site, indicator, team, unit HAVING SUM(records) <> 0 ORDER BY 1, 2, 3, 4`,
  );

/** Row by row, of what holds still; a unit that is the record itself has no name in the totals. */
export const recount = (system: ServicesUnderTest) =>
  system.look(
    'insight',
    `SELECT site, indicator, team, IF(REPLACE(unit, '-', '') = LOWER(HEX(record_id)), '', unit) AS unit,
       CAST(COUNT(DISTINCT record_id) AS CHAR) AS records, CAST(SUM(amount) AS CHAR) AS amount
     FROM counted WHERE until_on = '9999-12-31' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
  );
