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

/** Mails with the link of a person's page are counted apart from those about the letter. */
class Version000300Date20261130010000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$table = $schema->getTable('reseau_subscribers');
		if (!$table->hasColumn('page_mailed_at')) {
			$table->addColumn('page_mailed_at', Types::BIGINT, ['notnull' => false]);
			$table->addColumn('page_mails', Types::INTEGER, ['notnull' => false]);
			$table->addIndex(['page_mailed_at'], 'reseau_sub_page_mailed');
		}
		return $schema;
	}
}
