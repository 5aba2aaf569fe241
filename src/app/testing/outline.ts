/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

const INLINE = new Set(['A', 'ABBR', 'B', 'BDI', 'BUTTON', 'CITE', 'CODE', 'EM', 'I', 'INPUT', 'LABEL', 'MARK', 'SELECT', 'SMALL', 'SPAN', 'STRONG', 'TEXTAREA', 'TIME'])

const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()

function isHidden(element: Element): boolean {
	return element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true' || (element as HTMLElement).style?.display === 'none' || ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(element.tagName)
		|| (element.tagName === 'DIALOG' && !element.hasAttribute('open'))
}

/** What a screen reader calls it. */
export function nameOf(element: Element): string {
	const byId = (ids: string | null) => words((ids ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '))
	const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null
	return words(element.getAttribute('aria-label')) || byId(element.getAttribute('aria-labelledby')) || words((label ?? element.closest('label'))?.textContent)
		|| (['INPUT', 'SELECT', 'TEXTAREA'].includes(element.tagName) ? '' : words(element.textContent)) || words(element.getAttribute('title')) || words(element.getAttribute('placeholder'))
}

/** What else it says of itself. */
function states(element: Element): string {
	const states = ['aria-pressed', 'aria-expanded', 'aria-selected', 'aria-current', 'aria-invalid', 'aria-disabled', 'aria-busy'].flatMap((name) => {
		const value = element.getAttribute(name)
		return value === null || (value === 'false' && name !== 'aria-expanded' && name !== 'aria-pressed') ? [] : [`${name.slice(5)} ${value}`]
	})
	const { disabled, checked, required } = element as HTMLInputElement
	const described = words((element.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '))
	const all = [...states, ...disabled ? ['disabled'] : [], ...checked ? ['checked'] : [], ...required ? ['required'] : [], ...described ? [`“${described}”`] : []]
	return all.length > 0 ? ` (${all.join(', ')})` : ''
}

/** A page as a person who does not see it meets it: a line for each paragraph, with its controls and what they are called. */
export function outline(root: Element): string[] {
	const lines: string[] = []
	let line = ''
	const end = () => {
		if (words(line) !== '') {
			lines.push(words(line))
		}
		line = ''
	}
	const walk = (node: Node) => {
		if (node.nodeType === Node.TEXT_NODE) {
			line += node.textContent
			return
		}
		if (!(node instanceof Element) || isHidden(node)) {
			return
		}
		const { tagName } = node
		if (!INLINE.has(tagName)) {
			end()
		}
		const role = node.getAttribute('role')
		if (/^H[1-6]$/.test(tagName)) {
			line += `${'#'.repeat(Number(tagName[1]))} `
		} else if (role === 'alert' || role === 'status' || tagName === 'DIALOG' || role === 'dialog') {
			line += `${role ?? 'dialog'}: `
		} else if (tagName === 'LI') {
			line += '- '
		}
		if (tagName === 'BUTTON' || tagName === 'SUMMARY') {
			line += ` [${nameOf(node)}]${states(node)} `
		} else if (tagName === 'INPUT' || tagName === 'TEXTAREA') {
			const { type, value } = node as HTMLInputElement
			line += ` <${type === 'checkbox' || type === 'radio' ? type : `${type} “${value}”`} ${nameOf(node)}>${states(node)} `
		} else if (tagName === 'SELECT') {
			const { options, selectedIndex } = node as HTMLSelectElement
			line += ` <select ${nameOf(node)}: ${[...options].map((one, place) => `${place === selectedIndex ? '*' : ''}${words(one.textContent)}`).join(' | ')}>${states(node)} `
		} else if (tagName === 'A') {
			line += ` [${nameOf(node)} → ${node.getAttribute('href') ?? ''}]${states(node)} `
		} else if (tagName === 'IMG') {
			line += node.getAttribute('alt') ? ` (${node.getAttribute('alt')}) ` : ''
		} else if (tagName !== 'svg' || node.getAttribute('role') === 'img') {
			if (role && ['option', 'menuitem', 'tab'].includes(role)) {
				line += ` ${role}${states(node)} `
			}
			node.childNodes.forEach(walk)
		}
		if (!INLINE.has(tagName)) {
			end()
		}
	}
	walk(root)
	end()
	return lines
}

/** What can be acted upon, those that differ only in the person or thing they name once. */
export function controls(root: Element): HTMLElement[] {
	const seen = new Set<string>()
	return [...root.querySelectorAll<HTMLElement>('button, summary, input:not([type=file]), select, textarea, [role=option], [role=menuitem], [role=tab]')].filter((one) => {
		const name = keyOf(one).replace(/“[^”]*”|\d+/g, '…')
		for (let at: Element | null = one; at; at = at.parentElement) {
			if (isHidden(at)) {
				return false
			}
		}
		return !(one as HTMLButtonElement).disabled && !seen.has(name) && seen.add(name)
	})
}

/** What a control is found by again. */
export function keyOf(element: Element): string {
	return `${element.tagName.toLowerCase()} ${nameOf(element)}`
}
