<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/** The sections of a neighbourhood, in order. */
enum NeighbourKind: string {
	case People = 'people';
	case Groups = 'groups';
	case Cards = 'cards';
	case Notices = 'notices';
	case Resources = 'resources';
}
