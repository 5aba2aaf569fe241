/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

// What browsers do with popover="auto" and happy-dom does not.

let shown: { popover: HTMLElement, before: HTMLElement } | null = null

function dispatchToggle(popover: HTMLElement, newState: string): void {
	popover.dispatchEvent(Object.assign(new Event('toggle'), { newState }))
}

Object.assign(HTMLElement.prototype, {
	togglePopover(this: HTMLElement, force = shown?.popover !== this) {
		if (!force) {
			this.hidePopover()
		} else if (shown?.popover !== this) {
			shown?.popover.hidePopover()
			shown = { popover: this, before: document.activeElement as HTMLElement }
			dispatchToggle(this, 'open')
		}
	},
	hidePopover(this: HTMLElement) {
		const before = shown?.popover === this ? shown.before : null
		if (before) {
			shown = null
			if (this.contains(document.activeElement)) {
				before.focus()
			}
			dispatchToggle(this, 'closed')
		}
	},
})

const { dispatchEvent } = HTMLButtonElement.prototype
HTMLButtonElement.prototype.dispatchEvent = function(event) {
	const allowed = dispatchEvent.call(this, event)
	const popover = document.getElementById(this.getAttribute('popovertarget') ?? '')
	// happy-dom comes here again for each phase of the event.
	if (event.type === 'click' && event.eventPhase === Event.NONE && allowed) {
		popover?.togglePopover()
	}
	return allowed
}

window.addEventListener('keydown', ({ key }) => key === 'Escape' && shown?.popover.hidePopover(), { capture: true })
window.addEventListener('pointerdown', ({ target }) => {
	const pressed = target as Element
	if (shown && !shown.popover.contains(pressed) && pressed.closest('[popovertarget]')?.getAttribute('popovertarget') !== shown.popover.id) {
		shown.popover.hidePopover()
	}
}, { capture: true })
