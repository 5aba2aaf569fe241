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

/** Messages that go to several people at once. */
class Version000300Date20261128007000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_messages');
		if (!$table->hasColumn('bulk_key')) {
			// Shared by all messages that were sent together.
			$table->addColumn('bulk_key', Types::STRING, ['notnull' => false, 'length' => 64]);
			// The recipients in the group.
			$table->addColumn('bulk_to', Types::STRING, ['notnull' => false, 'length' => 16]);
			$table->addIndex(['bulk_key'], 'reseau_msg_bulk');
			// A job looks for messages whose mails are not sent yet.
			$table->addIndex(['delivery'], 'reseau_msg_delivery');
		}
		return $schema;
	}
}
