import { cleanup, configure } from '@testing-library/preact';
import { afterEach } from 'vitest';

// What takes 20 ms may take a second on a machine that does three things at once.
configure({ asyncUtilTimeout: 5_000 });

// The library does this by itself only where test functions are globals.
afterEach(cleanup);
