/*
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

/** Set by the build; Nextcloud's components read both. */
declare const appName: string
declare const appVersion: string
