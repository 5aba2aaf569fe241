/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export { NetworkSchema, SetupCheckSchema } from '../model.ts'
export { administrationReasons } from '../reasons.ts'
export { default as AdminPage } from '../ui/admin/AdminPage.vue'
export { seedAdministration } from './queries.ts'
