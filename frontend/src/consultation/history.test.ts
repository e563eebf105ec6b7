import { beforeEach, expect, test } from 'vitest';
import { createNavigator, type HistoryWindow } from './history';

/** A browser history that moves at once. happy-dom does not fire popstate on back(). */
class FakeWindow extends EventTarget {
  entries: unknown[] = [null];
  at = 0;
  urls = new Set<unknown>();
  history = {
    fake: this,
    get state() {
      return this.fake.entries[this.fake.at];
    },
    pushState: (state: unknown, _: string, url?: unknown) => {
      this.urls.add(url);
      this.entries = [...this.entries.slice(0, ++this.at), structuredClone(state)];
    },
    replaceState: (state: unknown, _: string, url?: unknown) => {
      this.urls.add(url);
      this.entries[this.at] = structuredClone(state);
    },
    back: () => this.move(-1),
    forward: () => this.move(1),
  };

  move(by: number) {
    this.at += by;
    this.dispatchEvent(Object.assign(new Event('popstate'), { state: this.entries[this.at] }));
  }
}

let win: FakeWindow;
const open = (later: (run: () => void) => void = (run) => run()) => {
  const nav = createNavigator('home', win as unknown as HistoryWindow, later);
  nav.listen();
  return nav;
};
beforeEach(() => {
  win = new FakeWindow();
});

test('back and forward lead through the screens', () => {
  const nav = open();
  nav.go('first');
  nav.go('second');
  expect([nav.screen.value, nav.depth.value]).toEqual(['second', 2]);
  win.history.back();
  expect([nav.screen.value, nav.depth.value]).toEqual(['first', 1]);
  win.history.forward();
  expect(nav.screen.value).toBe('second');
  nav.goBack();
  nav.goBack();
  expect([nav.screen.value, nav.depth.value]).toEqual(['home', 0]);
});

test('the browser holds a bare number a screen, and the address never changes', () => {
  const nav = open();
  nav.go('secret');
  nav.replace('other');
  expect(win.entries).toEqual([{ n: 0 }, { n: 1 }]);
  expect([...win.urls]).toEqual([undefined]);
});

test('a new screen after back cuts off what lay ahead', () => {
  const nav = open();
  nav.go('first');
  win.history.back();
  nav.go('other');
  expect([nav.screen.value, nav.depth.value, win.entries.length]).toEqual(['other', 1, 2]);
});

test('back with nothing before goes home and stays in the app', () => {
  const nav = open();
  nav.replace('shown first');
  nav.goBack();
  expect([nav.screen.value, win.at]).toEqual(['home', 0]);
});

test('after a reset every entry left in the browser leads home', () => {
  const nav = open();
  nav.go('first');
  nav.go('second');
  nav.reset();
  expect([nav.screen.value, nav.depth.value]).toEqual(['home', 0]);
  win.history.back();
  expect(nav.screen.value).toBe('home');
  nav.go('next');
  win.history.back();
  win.history.back();
  expect(nav.screen.value).toBe('home');
});

test('after a reload old entries lead home, also beside new screens', () => {
  const before = open();
  before.go('first');
  before.go('second');
  const old = win.entries.length;
  const handlers = new FakeWindow();
  handlers.entries = win.entries;
  handlers.at = win.at;
  win = handlers;
  const nav = open();
  expect(nav.screen.value).toBe('home');
  nav.go('new');
  expect(win.entries.length).toBe(old + 1);
  win.move(-2);
  expect(nav.screen.value).toBe('home');
});

test('a strange state leads home', () => {
  const nav = open();
  nav.go('first');
  win.dispatchEvent(Object.assign(new Event('popstate'), { state: { n: 'x' } }));
  expect(nav.screen.value).toBe('home');
});

test('stops listening', () => {
  const nav = createNavigator('home', win as unknown as HistoryWindow);
  const stop = nav.listen();
  nav.go('first');
  stop();
  win.history.back();
  expect(nav.screen.value).toBe('first');
});

test('a screen is shown before its entry is written, and back works in between', () => {
  const queue: (() => void)[] = [];
  const nav = open((run) => queue.push(run));
  nav.go('first');
  nav.go('second');
  expect([nav.screen.value, win.entries]).toEqual(['second', [{ n: 0 }]]);
  nav.goBack();
  expect([nav.screen.value, win.entries]).toEqual(['first', [{ n: 0 }, { n: 1 }, { n: 2 }]]);
  for (const run of queue) run();
  expect(win.entries).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
});

test('a second tap on back before the browser has moved does not leave the app', () => {
  const nav = open();
  nav.go('question');
  const moves: (() => void)[] = [];
  win.history.back = () => void moves.push(() => win.move(-1));
  nav.goBack();
  nav.goBack();
  expect(moves).toHaveLength(1);
  moves[0]?.();
  expect(nav.screen.value).toBe('home');
  nav.go('question');
  nav.goBack();
  expect(moves).toHaveLength(2);
});
