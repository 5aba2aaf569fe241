<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** What Home asks of the messages of visitors is read from an index alone, not from the messages with their texts. */
class Version000300Date20261130083000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_enquiries');
		if ($table->hasIndex('reseau_enq_of')) {
			return null;
		}
		$table->dropIndex('reseau_enq_about');
		$table->addIndex(['about_type', 'about_id', 'sent_at', 'answered_at'], 'reseau_enq_of');
		return $schema;
	}
}
