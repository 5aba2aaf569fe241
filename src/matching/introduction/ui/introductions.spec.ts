/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import CardIntroduction from './CardIntroduction.vue'
import IntroductionList from './IntroductionList.vue'
import MediationsPage from './MediationsPage.vue'
import ProposeIntroduction from './ProposeIntroduction.vue'
import { ApiError } from '../../../api/apiError.ts'
import * as members from '../../../member/gateway.ts'
import { keptMember, sampleMatch } from '../../../member/testing/sample.ts'
import { sessionKey } from '../../../settings/index.ts'
import { useUndo } from '../../../shared/composables/useUndo.ts'
import { registerReasons } from '../../../shared/reasons.ts'
import { mountPage } from '../../../shared/testing/mountPage.ts'
import { pressUndo } from '../../../shared/testing/pressUndo.ts'
import * as matches from '../../gateway.ts'
import * as gateway from '../gateway.ts'
import { introductionReasons } from '../reasons.ts'
import { sampleIntroduction, sampleMediation } from '../testing/sample.ts'

vi.mock('../gateway.ts')
vi.mock('../../gateway.ts')
vi.mock('../../../member/gateway.ts')
const server = vi.mocked(gateway)

beforeEach(() => {
	vi.resetAllMocks()
	document.body.innerHTML = ''
	useUndo().dismiss()
	registerReasons(introductionReasons)
	HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
		this.open = true
	}
	vi.mocked(members).getHome.mockResolvedValue({ welcome: '', awaits: [], beginning: [], meetings: [], groups: [], news: [], searches: [], newest: [] })
})

type Page = ReturnType<typeof mountPage>['page']

const list = (...introductions: ReturnType<typeof sampleIntroduction>[]) => mountPage(IntroductionList, { props: { introductions } }).page

async function click(page: Page, text: string): Promise<void> {
	await page.findAll('button').find((button) => button.text() === text)!.trigger('click')
	await flushPromises()
}

const buttons = (page: Page) => page.findAll('.ui-row button, .ui-row a').map((one) => one.text()).filter(Boolean)

it('offers to take off the card what was found', async () => {
	vi.mocked(members).getMine.mockResolvedValue(keptMember({ id: 1, seeks: [{ text: 'Une fibre locale', terms: [] }] }))
	const agreed = { state: 'agreed' as const, answered: true, can: { tell: true } }
	const offered = async (sought: string | null) => {
		const { page } = mountPage(IntroductionList, { props: { introductions: [sampleIntroduction({ ...agreed, sought })] }, provide: [[sessionKey, { uid: 'linh' }]] })
		await vi.dynamicImportSettled()
		await flushPromises()
		return page.find('.remove-from-card').exists()
	}
	expect([await offered('Une fibre locale'), await offered(null)]).toEqual([true, false])
})

describe('a proposal', () => {
	const match = sampleMatch()

	it('says why from both sides, is made directly or with help, and can be undone', async () => {
		server.proposeIntroduction.mockResolvedValueOnce(sampleIntroduction({ id: 5, mine: true }))
		server.endIntroduction.mockResolvedValueOnce(null)
		const { page } = mountPage(ProposeIntroduction, { props: { match } })
		await click(page, 'Get to know each other')
		expect(page.get('dialog').text()).toContain('Une fibre locale')
		await page.findAll('input[type=radio]')[1]!.setValue()
		await click(page, 'Propose it')
		expect(server.proposeIntroduction).toHaveBeenCalledExactlyOnceWith(match.member.id, true, undefined)
		expect(useUndo().message.value?.text).toBe('Yvonne Cazalis can now say whether they would like that too.')
		await pressUndo('Yvonne Cazalis can now say whether they would like that too.')
		expect(server.endIntroduction).toHaveBeenCalledExactlyOnceWith(5)
	})

	it('that is refused keeps the dialog and says why', async () => {
		server.proposeIntroduction.mockRejectedValueOnce(new ApiError(422, 'only_mediated'))
		const { page } = mountPage(ProposeIntroduction, { props: { match } })
		await click(page, 'Get to know each other')
		await click(page, 'Propose it')
		expect(server.proposeIntroduction).toHaveBeenCalledExactlyOnceWith(match.member.id, false, undefined)
		expect(page.get('dialog [role=alert]').text()).toContain('with the help of a facilitator only')
	})

	it('is on the card of the person, until it is made', async () => {
		server.listIntroductions.mockResolvedValueOnce({ introductions: [] }).mockResolvedValueOnce({ introductions: [sampleIntroduction({ with: { ...match.member, line: '' }, mine: true })] })
		const { page } = mountPage(CardIntroduction, { props: { match } })
		await flushPromises()
		expect(page.findAll('button').map((one) => one.text())).toContain('Get to know each other')
		const { page: later } = mountPage(CardIntroduction, { props: { match } })
		await flushPromises()
		expect(later.text()).toContain('You proposed to get to know each other.')
		expect(later.find('button').exists()).toBe(false)
	})
})

it('one that no facilitator took on is proposed directly, and that can be undone', async () => {
	server.proposeIntroduction.mockResolvedValueOnce(sampleIntroduction({ id: 5, mine: true }))
	const page = list(sampleIntroduction({ state: 'untaken', mediated: true }))
	await click(page, 'Propose it directly')
	expect(server.proposeIntroduction).toHaveBeenCalledExactlyOnceWith(7, false, undefined)
	expect(useUndo().message.value?.text).toBe('Maëlle Roumégous can now say whether they would like that too.')
	await pressUndo('Maëlle Roumégous can now say whether they would like that too.')
	expect(server.endIntroduction).toHaveBeenCalledExactlyOnceWith(5)
})

describe('to the person asked', () => {
	const asked = sampleIntroduction({ can: { accept: true } })

	it('says who and why, and they agree', async () => {
		server.acceptIntroduction.mockResolvedValueOnce(sampleIntroduction({ state: 'agreed', conversation: 9 }))
		const page = list(asked)
		expect(page.text()).toContain('Maëlle Roumégous would like to get to know you.')
		expect(page.text()).toContain('Maëlle Roumégous seeks “Une fibre locale”')
		expect(buttons(page)).toEqual(['I would like that', 'Not for me'])
		await click(page, 'I would like that')
		expect(server.acceptIntroduction).toHaveBeenCalledExactlyOnceWith(3)
		expect(useUndo().message.value?.text).toBe('You and Maëlle Roumégous can now write to each other.')
	})

	it('a no is silent and can be undone, also by the keeper of a card', async () => {
		const page = list({ ...asked, for: { id: 12, name: 'Jordi' } })
		expect(page.text()).toContain('For Jordi, whose card you keep')
		await click(page, 'Not for me')
		expect(vi.mocked(matches).declineMatch).toHaveBeenCalledExactlyOnceWith(7, 12)
		expect(useUndo().message.value?.text).toBe('Maëlle Roumégous is not informed.')
		await pressUndo('Maëlle Roumégous is not informed.')
		expect(vi.mocked(matches).undoDecline).toHaveBeenCalledExactlyOnceWith(7, 12)
	})

	it('says why it did not work', async () => {
		server.acceptIntroduction.mockRejectedValueOnce(new ApiError(409, 'introduction_over'))
		const page = list(asked)
		await click(page, 'I would like that')
		expect(page.get('[role=alert]').text()).toContain('called off in the meantime')
	})
})

describe('an introduction', () => {
	const agreed = { state: 'agreed', mediated: true } as const
	const appointment = { place: 'Café du marché', day: '2026-12-03', time: '18:00' }

	it.each([
		['a proposal of mine', { mine: true, can: { end: true } }, 'You proposed to get to know each other.', ['Take it back']],
		['with help', { mine: true, mediated: true, can: { end: true } }, 'with the help of a facilitator', ['Take it back']],
		['direct', { state: 'agreed', conversation: 9, lookBack: '2026-12-15' }, 'Réseau has opened a conversation', ['Write to Maëlle Roumégous']],
		['that waits', { ...agreed, can: { end: true } }, 'A facilitator of the network will introduce you.', ['Call it off']],
		['taken on', { ...agreed, mediator: 'Romain', can: { end: true } }, 'Romain introduces you to each other', ['Call it off']],
		['planned', { ...agreed, mediator: 'Romain', appointment, can: { end: true, absent: true } }, 'December 3, 2026, 18:00: Café du marché', ['I cannot come', 'Call it off']],
		['planned, and I cannot come', { ...agreed, appointment, absence: '', can: { absent: true } }, 'You have said that you cannot come.', ['I can come after all']],
		['called off', { state: 'ended' }, 'The introduction was called off.', []],
		['that nobody took on', { state: 'untaken', mediated: true }, 'No facilitator of the network could introduce you within four weeks.', ['Propose it directly']],
		['looked back on', { ...agreed, answered: true, outcomes: [{ name: 'Maëlle', mine: false, text: 'Un atelier' }], can: { tell: true } }, 'What Maëlle says came of it', []],
	] as const)('%s says how far it is, and what can be done', (_, changes, sentence, actions) => {
		const page = list(sampleIntroduction(changes as Parameters<typeof sampleIntroduction>[0]))
		expect(page.text().replace(/\s+/g, ' ')).toContain(sentence)
		expect(buttons(page)).toEqual(actions)
	})

	it('with a person who is hidden names nobody', () => {
		const page = list(sampleIntroduction({ with: null, mine: true, reasons: [] }))
		expect(page.get('h3').text()).toBe('a person whose card is no longer shown')
		expect(page.find('h3 a').exists()).toBe(false)
	})

	it('is withdrawn, and proposed again by undo', async () => {
		const page = list(sampleIntroduction({ mine: true, can: { end: true } }))
		await click(page, 'Take it back')
		expect(server.endIntroduction).toHaveBeenCalledExactlyOnceWith(3)
		await pressUndo('Your proposal was withdrawn.')
		expect(server.proposeIntroduction).toHaveBeenCalledExactlyOnceWith(7, false, undefined)
	})

	it('informs the mediator that a person cannot come, or can after all', async () => {
		const page = list(sampleIntroduction({ ...agreed, mediator: 'Romain', appointment, can: { absent: true } }))
		await click(page, 'I cannot come')
		await page.get('textarea').setValue(' Ma fille est malade ')
		await click(page, 'Tell the facilitator')
		expect(server.setAbsence).toHaveBeenCalledExactlyOnceWith(3, 'Ma fille est malade')
		await pressUndo('The facilitator knows that you cannot come.')
		expect(server.setAbsence).toHaveBeenLastCalledWith(3, null)
	})

	it('is called off after a question', async () => {
		const page = list(sampleIntroduction({ ...agreed, can: { end: true } }))
		await click(page, 'Call it off')
		expect(server.endIntroduction).not.toHaveBeenCalled()
		await page.findAll('dialog button').at(-1)!.trigger('click')
		await flushPromises()
		expect(server.endIntroduction).toHaveBeenCalledExactlyOnceWith(3)
	})

	it('asks for the outcome and for thanks', async () => {
		const page = list(sampleIntroduction({ ...agreed, can: { tell: true } }))
		expect(buttons(page)).toEqual(['Nothing to say'])
		await page.get('textarea').setValue('Un atelier chaque samedi')
		await page.get('input[type=checkbox]').setValue(true)
		expect(buttons(page)).toEqual(['Say it'])
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.recordOutcome).toHaveBeenCalledExactlyOnceWith(3, { text: 'Un atelier chaque samedi', thanks: true })
	})
})

describe('the facilitators’ page', () => {
	async function show(...answers: (ReturnType<typeof sampleMediation>[] | ApiError)[]): Promise<Page> {
		for (const answer of answers) {
			server.listMediations.mockImplementationOnce(async () => {
				if (answer instanceof Error) {
					throw answer
				}
				return { mediations: answer }
			})
		}
		const { page } = mountPage(MediationsPage)
		await flushPromises()
		return page
	}

	it('lists who waits, with the reason; one takes it on', async () => {
		const page = await show([sampleMediation({ can: { take: true } })], [sampleMediation({ mediator: { name: 'Romain', mine: true }, can: { plan: true, handOver: true, end: true } })])
		expect(page.get('.mediation').attributes('aria-label')).toBe('Maëlle Roumégous and Odile Marcenac')
		expect(page.text()).toContain('Odile Marcenac offers “Douze machines à feutrer”.')
		await click(page, 'Take it on')
		expect(server.takeMediation).toHaveBeenCalledExactlyOnceWith(3)
		expect(buttons(page)).toEqual(['Notify both', 'Hand over', 'Call it off'])
	})

	it('says that another was faster', async () => {
		server.takeMediation.mockRejectedValueOnce(new ApiError(409, 'taken_already'))
		const page = await show([sampleMediation({ can: { take: true } })], [sampleMediation({ mediator: { name: 'Zohra', mine: false } })])
		await click(page, 'Take it on')
		expect(page.text()).toContain('Another facilitator has just taken this on.')
		expect(page.text()).toContain('Zohra takes care of it.')
	})

	it('sets place and time, three weeks before the look back, and says who was not reached', async () => {
		const mine = sampleMediation({ mediator: { name: 'Romain', mine: true }, can: { plan: true } })
		server.planMediation.mockResolvedValueOnce({ ...mine, unreached: ['Odile Marcenac'] })
		const page = await show([mine], [mine])
		const [place, day, time] = page.findAll('input')
		await place!.setValue('Café du marché')
		await day!.setValue('2026-12-15')
		await time!.setValue('18:00')
		await page.get('form').trigger('submit')
		await flushPromises()
		expect(server.planMediation).toHaveBeenCalledExactlyOnceWith(3, { place: 'Café du marché', day: '2026-12-15', time: '18:00', lookBack: '2027-01-05' })
		expect(useUndo().message.value?.text).toBe('Saved, but Odile Marcenac could not be reached by notification or email: tell them in another way.')
	})

	it('shows who cannot come, and the other day is sent', async () => {
		const page = await show([sampleMediation({
			mediator: { name: 'Romain', mine: true },
			can: { plan: true },
			appointment: { place: 'Café', day: '2026-12-03', time: '18:00' },
			lookBack: '2026-12-24',
			absences: [{ name: 'Odile Marcenac', text: 'Ma fille est malade' }],
		})])
		expect(page.text()).toContain('Odile Marcenac cannot come.')
		expect(page.text()).toContain('Ma fille est malade')
		expect(page.find('form').exists()).toBe(false)
		await click(page, 'Change place or time')
		expect(page.findAll('input').map((input) => input.element.value)).toEqual(['Café', '2026-12-03', '18:00', '2026-12-24'])
	})

	it('gives it back, with undo', async () => {
		const page = await show([sampleMediation({ can: { handOver: true } })])
		await click(page, 'Hand over')
		expect(server.handOverMediation).toHaveBeenCalledExactlyOnceWith(3)
		await pressUndo('The other facilitators see that it is free again.')
		expect(server.takeMediation).toHaveBeenCalledExactlyOnceWith(3)
	})

	it('says that nothing waits, and that it did not load', async () => {
		expect((await show([])).text()).toContain('No introduction is waiting')
		const page = await show(new ApiError(0, 'offline'), [])
		await click(page, 'Try again')
		expect(page.text()).toContain('No introduction is waiting')
		expect((await show(new ApiError(403, 'not_yours'))).find('[role=alert] button').exists()).toBe(false)
	})
})
