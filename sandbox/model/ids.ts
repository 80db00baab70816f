import { createRandom, seedFrom } from '../lib/seeded-random.ts'

/**
 * Ids that look like LiveChat's (`PJ0MRSHTDG`) and never meet: the number is scrambled by an odd
 * multiplier, which maps 32 bits onto themselves, so two numbers cannot share an id.
 */
export function chatId(seed: number, index: number): string {
  return idFrom('P', seed, index)
}

export function threadId(seed: number, index: number, position: number): string {
  return idFrom('Q', seed, index * 32 + position)
}

function idFrom(letter: string, seed: number, number: number): string {
  const scrambled = (Math.imul(number, 0x9e3779b1) ^ seed) >>> 0
  const salt = Math.imul(scrambled ^ 0x5bf03635, 0x85ebca6b) >>> 0
  return letter + base36(salt, 2) + base36(scrambled, 7)
}

function base36(number: number, digits: number): string {
  return number.toString(36).padStart(digits, '0').slice(-digits).toUpperCase()
}

/** The customer a planned chat is about. */
export function customerId(seed: number, index: number): string {
  return uuidFrom(createRandom(seedFrom(seed, index, 2)).next)
}

/** A version 4 UUID from random numbers that repeat. */
function uuidFrom(next: () => number): string {
  const word = () =>
    Math.floor(next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  const hex = word() + word() + word() + word()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}
