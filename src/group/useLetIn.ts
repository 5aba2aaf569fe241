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
interface Row { member: Person, facilitates: boolean }

/** Lets people into a group, and into its team if it has one; shows the result. */
export function useLetIn() {
	const { admit } = useGroupActions()
	const { letIn, hand } = useTeamActions()
	const { teams } = useSession()
	const { show } = useUndo()

	/** In Teams too, if the person can do that. */
	async function join({ teamId }: Place, { uid }: Person): Promise<void> {
		if (teams && teamId !== null && uid !== null) {
			await letIn(teamId, uid)
		}
	}

	return {
		/** Adds a person of the group to its team, and lets them lead it if they facilitate the group; throws when it fails. */
		async toTeam(group: Place, { member, facilitates }: Row): Promise<void> {
			await join(group, member)
			if (facilitates && group.teamId !== null && member.uid !== null) {
				await hand(group.teamId, member.uid, false)
			}
			show(facilitates
				? t('reseau', '{name} can add people to the team now.', { name: member.name })
				: t('reseau', '{name} was added to the team.', { name: member.name }))
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
