/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
import { ensureBuiltOnce } from '../../scripts/lib/ready.mjs'

export default ensureBuiltOnce
