/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** A section of the profile page, as `OCA.Profile.ProfileSections` expects it. */
interface ProfileSection {
	id: string
	order: number
	/** Tag name of a defined custom element. */
	tagName: string
}

interface Profile {
	ProfileSections?: { registerSection: (section: ProfileSection) => void }
}

/**
 * Adds a section to the profile page. The page creates its registry and renders it immediately, so waiting for the registry would be too late:
 * the section is added when the registry is created.
 */
export function addSection(section: ProfileSection): void {
	const page = window as unknown as { OCA?: { Profile?: Profile } }
	page.OCA ??= {}
	const profile = page.OCA.Profile ??= {}
	if (profile.ProfileSections) {
		profile.ProfileSections.registerSection(section)
		return
	}
	// Another app may wait for the registry in the same way.
	const other = Object.getOwnPropertyDescriptor(profile, 'ProfileSections')?.set
	Object.defineProperty(profile, 'ProfileSections', {
		configurable: true,
		enumerable: true,
		get: () => undefined,
		set(registry: Profile['ProfileSections']) {
			other?.call(profile, registry)
			Object.defineProperty(profile, 'ProfileSections', { configurable: true, enumerable: true, writable: true, value: registry })
			registry?.registerSection(section)
		},
	})
}
