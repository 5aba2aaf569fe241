/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import type { Page } from '@playwright/test'

import { expect } from '@playwright/test'
import { axe } from './axe.ts'

const WIDTHS = [1280, 320]
const SCHEMES = ['light', 'dark'] as const

/** Expects what the page shows to be accessible and to fit, wide and narrow, light and dark. The page stays wide and light. */
export async function everyLook(page: Page, widths: readonly number[] = WIDTHS): Promise<void> {
	for (const width of widths) {
		await page.setViewportSize({ width, height: 800 })
		await fits(page)
		for (const colorScheme of SCHEMES) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
			await settled(page)
			await axe(page, colorScheme === SCHEMES[0] ? undefined : 'colours')
		}
	}
	await page.emulateMedia({ colorScheme: 'light' })
	await page.setViewportSize({ width: WIDTHS[0]!, height: 800 })
}

/** Colours on their way from one theme to the other are no colours of ours. */
async function settled(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
		await Promise.allSettled(ending.map(({ finished }) => finished))
	})
}

/** Nothing is wider than the page, nor than what scrolls in it. */
export async function fits(page: Page): Promise<void> {
	await expect.poll(() => page.evaluate(() => {
		const scroller = document.getElementById('app-content-vue') ?? document.body
		return [document.scrollingElement!.scrollWidth - innerWidth, scroller.scrollWidth - scroller.clientWidth].map((over) => Math.max(0, over))
	}), 'wider than its place').toEqual([0, 0])
}

/** The name of the focused element, as shown to the user: the element, or the one that represents it, must be visible. */
export async function stopName(page: Page): Promise<string> {
	const stop = page.locator(':focus')
	const drawn = await stop.evaluate((element) => element.matches('.ui-hidden')) ? stop.locator('..') : stop
	await expect(drawn).toBeInViewport()
	return stop.evaluate((element) => element.getAttribute('aria-label') ?? ((element as HTMLInputElement).labels?.[0] ?? element).textContent.trim())
}
