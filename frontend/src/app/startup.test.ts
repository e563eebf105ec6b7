import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import { type ApplyUpdate, registerWorker } from '../register';
import { library } from '../release/library';
import type { Release } from '../release/types';
import { sampleGuide } from '../testing/sample';
import { t } from '../text/text';
import { current, newBuild, newRelease, pending, updateFault } from './current';
import { topics } from './draft';
import { askedAgain, keepFresh, open } from './startup';

vi.mock('../release/library', () => ({
  library: { openCurrent: vi.fn(), update: vi.fn(), flip: vi.fn(), readiness: vi.fn() },
}));
vi.mock('../register', () => ({ registerWorker: vi.fn() }));
vi.mock('./more', () => ({ loadMore: async () => true, whenQuiet: async () => undefined }));

/** A release that can be told by its guide, by its words and by its ID. */
function releaseOf(id: string): Release {
  return {
    id,
    guide: { ...sampleGuide, boundaries: [id] },
    text: { locale: 'ja', messages: { word: id } },
    helplines: [],
    region: null,
    directory: vi.fn(),
    load: vi.fn(),
    manifest: {} as Release['manifest'],
  };
}

const shown = () => [current.value?.id, consultation.guide.value?.boundaries[0], t('word')];
const settled = () => vi.advanceTimersByTimeAsync(0);

/** Ends the registration: the worker's offers, and what it was given to load the page anew with. */
let offer: (apply: ApplyUpdate) => void;
let reload: () => void;
const loaded = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-22T03:00:00Z') });
  vi.stubGlobal('location', { ...location, reload: loaded });
  loaded.mockReset();
  vi.mocked(library.openCurrent).mockResolvedValue(releaseOf('one'));
  vi.mocked(library.update).mockResolvedValue('ready');
  vi.mocked(library.flip).mockResolvedValue(releaseOf('two'));
  vi.mocked(library.readiness).mockResolvedValue({ shell: true, missing: [] });
  vi.mocked(registerWorker).mockImplementation(async (onUpdate, anew) => {
    offer = onUpdate;
    if (anew) reload = anew;
  });
  consultation.end();
  newRelease.value = null;
  newBuild.value = null;
  await open();
  await keepFresh();
});
afterEach(() => {
  consultation.end();
  topics.value = [];
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a new release waits until it is taken', async () => {
  expect(shown()).toEqual(['one', 'one', 'one']);
  pending.value?.();
  await settled();
  expect(shown()).toEqual(['two', 'two', 'two']);
  expect(pending.value).toBeNull();
});

test('a consultation that begins while a release is opened keeps its own, and the new one waits for its end', async () => {
  let opened: (release: Release) => void = () => undefined;
  vi.mocked(library.flip).mockReturnValue(new Promise((resolve) => (opened = resolve)));
  pending.value?.();
  consultation.start(['full']);
  opened(releaseOf('two'));
  await settled();
  expect(shown()).toEqual(['one', 'one', 'one']);
  consultation.end();
  pending.value?.();
  await settled();
  expect(shown()).toEqual(['two', 'two', 'two']);
  expect(pending.value).toBeNull();
});

test('taking a release does not swallow a build that waits', async () => {
  const apply = vi.fn();
  offer(apply);
  pending.value?.();
  await settled();
  expect(apply).not.toHaveBeenCalled();
  pending.value?.();
  expect(apply).toHaveBeenCalledOnce();
});

test('a release that the server took back is no longer offered', async () => {
  vi.mocked(library.update).mockResolvedValue('current');
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(pending.value).toBeNull();
});

test.each(['newer_schema', 'no_room', 'broken'] as const)('%s is told as long as it lasts', async (fault) => {
  for (const [found, told] of [
    [fault, fault],
    ['current', null],
  ] as const) {
    vi.mocked(library.update).mockResolvedValue(found);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled();
    expect(updateFault.value).toBe(told);
  }
});

test('a release that another tab took is looked for again', async () => {
  vi.mocked(library.flip).mockResolvedValueOnce(null);
  vi.mocked(library.update).mockClear();
  pending.value?.();
  await settled();
  expect(library.update).toHaveBeenCalledOnce();
  pending.value?.();
  await settled();
  expect(shown()).toEqual(['two', 'two', 'two']);
});

test('the page is not loaded anew under a consultation that began while the build took over', () => {
  newRelease.value = null;
  consultation.start(['full']);
  reload();
  expect(loaded).not.toHaveBeenCalled();
  consultation.end();
  pending.value?.();
  expect(loaded).toHaveBeenCalledOnce();
});

test('a reason ticked at home that the new release does not have is let go', async () => {
  topics.value = ['card', 'full'];
  const two = releaseOf('two');
  const facts = two.guide.facts.map((fact) => (fact.id === 'topic' ? { ...fact, options: ['full'] } : fact));
  vi.mocked(library.flip).mockResolvedValue({ ...two, guide: { ...two.guide, facts } });
  pending.value?.();
  await settled();
  expect(topics.value).toEqual(['full']);
});

test('the day changes at midnight in Japan though the app stays in view', async () => {
  vi.setSystemTime(new Date('2030-05-01T14:59:30Z'));
  days.refresh();
  expect(days.today.value).toBe('2030-05-01');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(days.today.value).toBe('2030-05-02');
});

test.each([
  ['the network comes back', () => window.dispatchEvent(new Event('online'))],
  ['the button is pressed', (button: EventTarget) => button.dispatchEvent(new Event('click'))],
])('opening is tried again when %s, and not before', async (_, happen) => {
  const button = new EventTarget();
  const again = vi.fn();
  void askedAgain(button).then(again);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(again).not.toHaveBeenCalled();
  happen(button);
  await settled();
  expect(again).toHaveBeenCalledOnce();
});
