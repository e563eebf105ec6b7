// @vitest-environment node
import { expect, test } from 'vitest';
import { type Block, blocks } from './blocks';

test.each<[string, string, Block[]]>([
  ['nothing is no block', '\n \n', []],
  [
    'each line is a paragraph',
    '一\n二\n',
    [
      { kind: 'p', text: '一' },
      { kind: 'p', text: '二' },
    ],
  ],
  [
    'lines with a dash are one list, until a paragraph',
    '前\n- 一\n- 二\n後\n- 三',
    [
      { kind: 'p', text: '前' },
      { kind: 'list', items: ['一', '二'] },
      { kind: 'p', text: '後' },
      { kind: 'list', items: ['三'] },
    ],
  ],
  ['a dash without a space is text', '-1', [{ kind: 'p', text: '-1' }]],
  ['markup stays text', '<b>一</b>', [{ kind: 'p', text: '<b>一</b>' }]],
])('%s', (_, text, want) => {
  expect(blocks(text)).toEqual(want);
});
