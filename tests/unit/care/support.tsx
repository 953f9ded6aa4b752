import '../../support/indexeddb';
import { render, screen, within } from '@testing-library/preact';
import userEvent from '@testing-library/user-event';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, vi } from 'vitest';
import { Toast } from '@/components/Toast';
import { useToast } from '@/components/use-toast';
import { CarePane } from '@/entrypoints/reports/care/CarePane';
import { ReportIndex } from '@/utils/report-index/report-index';
import { ReportStore } from '@/utils/storage/reports';
import { makeDraft, makePost } from '../../support/builders';
import { newDatabaseName } from '../../support/database-name';
import { testNames } from '../../support/names';
import { behindItsBack } from '../storage/raw';

export const DAY = 24 * 60 * 60 * 1_000;

/** All that is stored, as the page's index holds it. */
export async function indexOf(store: ReportStore): Promise<ReportIndex> {
  const index = new ReportIndex();
  index.put(await store.rows(await store.ids()));
  return index;
}

class CareSession {
  readonly name = newDatabaseName();
  time = 100 * DAY;
  readonly store = new ReportStore('0.1.0', this.name, () => ++this.time);
  /** What the browser says of storage. */
  readonly room = {
    estimate: { usage: 2e6, quota: 1e9 } as StorageEstimate,
    persisted: false,
    grants: true,
  };

  async file(id: string): Promise<string> {
    return (await this.store.file(makeDraft({ post: makePost({ id }) }))).reportId;
  }

  /** Changes a row of a report with other tools. */
  change(id: string, parts: object): Promise<unknown> {
    return behindItsBack(this.name, 'reports', (rows) => {
      const request = rows.get(id);
      request.onsuccess = () => rows.put({ ...request.result, ...parts });
      return request;
    });
  }

  /** Renders the pane with what is stored now. */
  async show(onOpen: (id: string) => void = () => {}): Promise<void> {
    render(<Page store={this.store} index={await indexOf(this.store)} onOpen={onOpen} />);
    await screen.findAllByRole('switch');
  }
}

/** A pane with an empty database for each test, in a browser whose answers about storage can be chosen. */
export function useCarePage(): () => CareSession {
  let session: CareSession;
  beforeEach(() => {
    session = new CareSession();
    const { room } = session;
    vi.stubGlobal('navigator', {
      userAgent: navigator.userAgent,
      clipboard: { writeText: vi.fn(async () => {}) },
      storage: {
        estimate: async () => room.estimate,
        persisted: async () => room.persisted,
        persist: async () => {
          room.persisted = room.grants;
          return room.grants;
        },
      },
    });
  });
  afterEach(() => {
    session.store.close();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  return () => session;
}

export const section = (title: string) => within(screen.getByRole('region', { name: title }));
export const press = (button: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name: button }));

interface PageProps {
  store: ReportStore;
  index: ReportIndex;
  onOpen: (id: string) => void;
}

/** The pane in a page that can go to another tab and back. */
function Page({ store, index, onOpen }: PageProps) {
  const toasts = useToast();
  const [away, setAway] = useState(false);
  return (
    <main>
      <button type="button" onClick={() => setAway(!away)}>
        Other tab
      </button>
      {!away && <CarePane store={store} index={index} names={testNames} onOpen={onOpen} toasts={toasts} />}
      <Toast toast={toasts.toast} seconds={10} onClose={toasts.close} />
    </main>
  );
}
