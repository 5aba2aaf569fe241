/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
// What domains above need; the panel has a door of its own (ui/index.ts), so that no first page brings it along.
export { useAroundAgain } from './useAroundAgain.ts'
