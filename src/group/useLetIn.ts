/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { useSession } from '../settings/index.ts'
import { useUndo } from '../shared/composables/useUndo.ts'
import { t } from '../shared/l10n.ts'
import { useGroupActions } from './queries.ts'
import { useTeamActions } from './services/queries.ts'

interface Place { id: number, teamId: string | null }
interface Person { id: number, uid: string | null, name: string }

/** Lets people into a group, and into its team if it has one; shows the result. */
export function useLetIn() {
	const { admit } = useGroupActions()
	const { letIn } = useTeamActions()
	const { teams } = useSession()
	const { show } = useUndo()

	/** In Teams too, if the person can do that. */
	async function join({ teamId }: Place, { uid }: Person): Promise<void> {
		if (teams && teamId !== null && uid !== null) {
			await letIn(teamId, uid)
		}
	}

	return {
		/** Adds a person of the group to its team; throws when it fails. */
		async toTeam(group: Place, person: Person): Promise<void> {
			await join(group, person)
			show(t('reseau', '{name} was approved.', { name: person.name }))
		},
		/** Approves a request; throws on failure. If only Teams fails, the person is in the group. */
		async approve(group: Place, person: Person): Promise<void> {
			await admit({ id: group.id, member: person.id })
			show(await join(group, person).then(
				() => t('reseau', '{name} was approved.', { name: person.name }),
				() => t('reseau', '{name} is in the group, but could not be added to its team. Add them on the group’s page.', { name: person.name }),
			))
		},
	}
}
