<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\Types;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/**
 * The data of an active group: what was created for it in Teams, Deck and Files, the running lease, its channel, and how people join; and for a
 * membership the time given, the end of a facilitator's term, the inviter, and the last reminder.
 */
class Version000300Date20261125000100 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();

		$table = $schema->getTable('reseau_groups');
		if (!$table->hasColumn('team_id')) {
			$table->addColumn('version', Types::INTEGER, ['notnull' => true, 'default' => 1]);
			$table->addColumn('joining', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addColumn('channel', Types::TEXT, ['notnull' => false]);
			$table->addColumn('team_id', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('team_gone', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('board_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('folder_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('folder_path', Types::TEXT, ['notnull' => false]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('created_by', Types::STRING, ['notnull' => false, 'length' => 64]);
			// The source it was created from, so that repeating the request creates it once.
			$table->addColumn('made_from', Types::STRING, ['notnull' => false, 'length' => 160]);
			$table->addColumn('minutes_id', Types::BIGINT, ['notnull' => false, 'unsigned' => true]);
			$table->addColumn('minutes_position', Types::INTEGER, ['notnull' => false]);
			$table->addColumn('model', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('maker_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('lease_holder', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('lease_until', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('making_step', Types::STRING, ['notnull' => false, 'length' => 32]);
			$table->addColumn('making_note', Types::TEXT, ['notnull' => false]);
			$table->addUniqueIndex(['made_from'], 'reseau_grp_made');
			$table->addUniqueIndex(['team_id'], 'reseau_grp_team');
			$table->addUniqueIndex(['board_id'], 'reseau_grp_board');
		}

		$table = $schema->getTable('reseau_memberships');
		if (!$table->hasColumn('hours')) {
			$table->addColumn('hours', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('facilitates_until', Types::STRING, ['notnull' => false, 'length' => 10]);
			$table->addColumn('invited_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('invited_by', Types::STRING, ['notnull' => false, 'length' => 64]);
			// Seen in the Team: people seen there once and no longer have left it.
			$table->addColumn('in_team', Types::BOOLEAN, ['notnull' => false]);
			$table->addColumn('left_in_teams', Types::BOOLEAN, ['notnull' => false]);
			// The last reminder: `soon` or `over` and the day.
			$table->addColumn('reminded', Types::STRING, ['notnull' => false, 'length' => 24]);
			$table->addColumn('reminded_term', Types::STRING, ['notnull' => false, 'length' => 24]);
		}

		return $schema;
	}
}
