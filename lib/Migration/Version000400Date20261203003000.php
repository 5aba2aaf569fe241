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

/** What its author says a notice is about; and conversations about something are found by it. */
class Version000400Date20261203003000 extends SimpleMigrationStep {
	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		$notices = $schema->getTable('reseau_notices');
		$conversations = $schema->getTable('reseau_conversations');
		if ($notices->hasColumn('about') && $conversations->hasIndex('reseau_cnv_about')) {
			return null;
		}
		if (!$notices->hasColumn('about')) {
			$notices->addColumn('about', Types::STRING, ['notnull' => false, 'length' => 80]);
		}
		if (!$conversations->hasIndex('reseau_cnv_about')) {
			$conversations->addIndex(['about_type', 'about_id'], 'reseau_cnv_about');
		}
		return $schema;
	}
}
