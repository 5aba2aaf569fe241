/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// A page that stayed mounted would go on during the next test: its timers run, and it asks the mocks that test reads.
enableAutoUnmount(afterEach)
