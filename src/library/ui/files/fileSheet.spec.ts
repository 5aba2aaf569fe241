/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import FileSheet from './FileSheet.vue'
import { ApiError } from '../../../api/apiError.ts'
import { sessionKey } from '../../../settings/index.ts'
import { mountPage, routerAt } from '../../../shared/testing/mountPage.ts'
import * as gateway from '../../sheet/gateway.ts'
import { sampleManifesto } from '../../sheet/testing/sample.ts'

vi.mock('../../sheet/gateway.ts')
const server = vi.mocked(gateway)

it('the sheet of a file is loaded again after a failure', async () => {
	server.getSheet.mockRejectedValueOnce(new ApiError(0, 'offline')).mockResolvedValue(sampleManifesto())
	const { page } = mountPage(FileSheet, { props: { file: '12' }, provide: [[sessionKey, { uid: 'remi', network: 'Cordée' }]], router: await routerAt('/library') })
	await flushPromises()
	expect(page.text()).toContain('Could not load the sheet.')
	await page.get('button').trigger('click')
	await flushPromises()
	expect(page.text()).not.toContain('Could not load the sheet.')
	expect(page.text()).toContain('Pyrénées-Orientales')
})
