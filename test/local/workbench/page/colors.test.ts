import { expect, test } from 'vitest'
import { darkGround, inDark, legible } from '../../../../local/workbench/page/colors.ts'

test('white becomes the ground of the dark page and black a light grey', () => {
  expect(inDark('#ffffff')).toBe(darkGround)
  expect(inDark('#000000')).toBe('#e8e8e8')
})

test('a pale red stays red, and dark', () => {
  const [red, green, blue] = inDark('#fce8e6')
    .match(/\w\w/g)!
    .map((part) => Number.parseInt(part, 16))
  expect(red).toBeGreaterThan(green!)
  expect(red).toBeGreaterThan(blue!)
  expect(red).toBeLessThan(0x70)
})

test('a text that can be read keeps its colour; another becomes black or white', () => {
  expect(legible('#a8c7fa', '#1f1f1f')).toBe('#a8c7fa')
  expect(legible('#333333', '#1f1f1f')).toBe('#ffffff')
  expect(legible('#eeeeee', '#fff2cc')).toBe('#000000')
})
