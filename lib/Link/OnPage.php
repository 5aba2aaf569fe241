<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

/**
 * What the page of a thing itself shows about its neighbours, so that the panel next to it does not repeat it. This is the complete list: a tie that a
 * page shows has a case, all others have none. In Files and in link previews, where the page is not ours, the panel shows everything.
 */
enum OnPage {
	/** A group's page: its people and its subjects. */
	case Roster;
	/** A group's page, for the people in it: its board, and the cards on it. */
	case Board;
	/** A group's page, for the people in it: its folder. */
	case Folder;
	/** A person's page: the groups they share with the reader. */
	case GroupInCommon;
	/** A sheet's page: its authors. */
	case Authors;
	/** A sheet's page: the groups that work on it. */
	case Workers;
	/** A notice's page: its author and its group. */
	case Publisher;
	/** The page of a notice that is done names the people it thanks. */
	case Thanked;
}
