import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { exporters } from '@/utils/export';
import { goldenReports, written } from '../../support/export';

/** `UPDATE_GOLDEN=1 npm test` writes the files anew; look at the difference before you keep it. */
describe('every export format writes its golden file', () => {
  for (const exporter of exporters) {
    test(exporter.id, async () => {
      const path = `tests/fixtures/export/${exporter.id}.txt`;
      const bytes = Buffer.from(await written(exporter, goldenReports), 'utf8');
      if (process.env.UPDATE_GOLDEN) writeFileSync(path, bytes);
      if (!existsSync(path)) throw new Error(`${path} is missing: write it with UPDATE_GOLDEN=1 and read it`);
      const golden = readFileSync(path);

      expect(bytes.toString('utf8')).toBe(golden.toString('utf8'));
      expect(bytes.equals(golden)).toBe(true);
    });
  }
});
