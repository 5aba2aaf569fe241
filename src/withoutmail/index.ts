/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export { withoutMailRoutes } from './routes.ts'
export { paperSectionsKey } from './ui/sections.ts'
