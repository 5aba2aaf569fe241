<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/**
 * What the page of a thing says of its neighbours itself, so that the panel beside that page does not say it again. The only list of it: a tie that a
 * page says has its case, all others have none. In Files and behind a link, where the page is not ours, the panel says everything.
 */
enum OnPage {
	/** A group's page: who is in it, and on what. */
	case Roster;
	/** A group's page, for the people in it: its board, and what is on that. */
	case Board;
	/** A group's page, for the people in it: its folder. */
	case Folder;
	/** A person's page: the groups they share with the reader. */
	case GroupInCommon;
	/** A sheet's page: who wrote it. */
	case Authors;
	/** A sheet's page: the groups that work on it. */
	case Workers;
	/** A notice's page: who published it, and for which group. */
	case Publisher;
	/** The page of a notice that is done: whom it thanks. */
	case Thanked;
}
