<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Message;

/** The people who may begin a conversation with a person. */
enum Writers: string {
	case Members = 'members';
	/** The people of their groups. */
	case Groups = 'groups';
	/** Only the facilitators of the network. */
	case Nobody = 'nobody';
}
