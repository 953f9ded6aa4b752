import { useId, useMemo } from 'preact/hooks';
import { t } from '../utils/i18n';
import { BatchBar } from './BatchBar';
import { DismissedPosts } from './DismissedPosts';
import type { FoundPostsProps } from './FoundPosts';
import { FoundSection, groupId, rowId } from './FoundSection';
import { GroupHead } from './GroupHead';
import { byCategory, decidable, type FoundPost, inPageOrder, listPosts, openPosts } from './groups';
import { ListOrder, type Order } from './ListOrder';
import { NothingFound } from './NothingFound';
import { PageSummary } from './PageSummary';
import { RowChoice } from './RowChoice';
import { useListFocus } from './use-list-focus';
import { useMore } from './use-more';
import { useSelection } from './use-selection';

/** What a reader who works through a page does with its posts. */
export interface Triage {
  order: Order;
  onOrder: (order: Order) => void;
  /** All in one step; false when it failed. */
  onDismiss: (posts: readonly FoundPost[]) => Promise<boolean>;
  onTakeBack: (post: FoundPost) => void;
}

/** Of the element around the lists, for a focus that has nowhere else to go. */
export const FOUND_FRAME = 'found-frame';

/** Only a page that was scrolled for hours holds more. */
const LIMIT = 200;
const BARS = 8;

/** All posts of a page with findings, to be gone to and to be dismissed, one by one or together. */
export function TriagePosts({
  reading,
  decisions,
  categoryName,
  onShow,
  triage,
}: FoundPostsProps & { triage: Triage }) {
  const lists = useMemo(
    () => listPosts(reading.posts, decisions, categoryName),
    [reading, decisions, categoryName],
  );
  const { order, onTakeBack } = triage;
  const sections = useMemo(() => {
    const grouped = order === 'category' ? byCategory : inPageOrder;
    return [
      { id: 'marked', title: t('popupMarked'), groups: grouped('marked', lists) },
      { id: 'clues', title: t('popupClues'), groups: grouped('clues', lists) },
    ] as const;
  }, [lists, order]);
  const groups = sections.flatMap(({ id, groups: own }) =>
    own.map((group) => ({ name: groupId(id, group), group })),
  );
  const more = useMore(LIMIT, groups.length);
  const rows = groups.flatMap(({ name, group }) =>
    more.shown(name, group).map((post) => ({ row: rowId(name, post), post })),
  );
  const selection = useSelection(openPosts(lists.listed));
  const dismiss = (posts: readonly FoundPost[]) => {
    if (posts.length > 0) void triage.onDismiss(posts).then((done) => done && selection.set(posts, false));
  };
  const focus = useListFocus((row) => {
    const one = rows.filter((each) => each.row === row).map(({ post }) => post);
    dismiss(selection.posts.length > 0 ? selection.posts : openPosts(one));
  });
  const current = rows.some(({ row }) => row === focus.current) ? focus.current : rows[0]?.row;
  // The buttons of the bar go with the selection.
  const leaveBar = () => focus.frame.current?.focus({ preventScroll: true });
  const help = useId();
  return (
    <>
      <PageSummary reading={reading} lists={lists} bars={BARS} />
      <NothingFound reading={reading} lists={lists} />
      {rows.length > 0 && <ListOrder order={order} onOrder={triage.onOrder} />}
      <section
        ref={focus.frame}
        id={FOUND_FRAME}
        class="found-frame"
        tabIndex={-1}
        aria-label={t('listTitle')}
        aria-describedby={rows.length > 0 ? help : undefined}
        onFocusIn={focus.onFocusIn}
        onFocusOut={focus.onFocusOut}
        onKeyDown={focus.onKeyDown}
      >
        {sections.map((section) => (
          <FoundSection
            key={section.id}
            {...section}
            more={more}
            onShow={onShow}
            isCurrent={(row) => row === current}
            head={(group, name) => (
              <GroupHead
                name={group.name}
                posts={decidable(section.id, group.posts)}
                selection={selection}
                onDismiss={dismiss}
              >
                {name}
              </GroupHead>
            )}
            choice={(post, tabbable) => <RowChoice post={post} selection={selection} tabbable={tabbable} />}
          />
        ))}
        <DismissedPosts posts={lists.dismissed} more={more} onShow={onShow} onTakeBack={onTakeBack} />
        {rows.length > 0 && (
          <p id={help} class="small muted">
            {t('listKeys')}
          </p>
        )}
      </section>
      <BatchBar
        count={selection.posts.length}
        onDismiss={() => {
          leaveBar();
          dismiss(selection.posts);
        }}
        onClear={() => {
          leaveBar();
          selection.clear();
        }}
      />
    </>
  );
}
