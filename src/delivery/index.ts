/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */
export { deliveryReasons } from './reasons.ts'
export { deliveryRoutes } from './routes.ts'
export { notificationSectionsKey } from './ui/sections.ts'
