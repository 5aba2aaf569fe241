<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCP\DB\ISchemaWrapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\DB\Types;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/**
 * The people a person does not want to be introduced to. Also adds the words that belong to them to the themes that a network took from the initial list; new
 * networks get them with the list.
 */
class Version000300Date20261127003000 extends SimpleMigrationStep {
	private const STARTER = __DIR__ . '/../../data/vocabulary.json';

	public function __construct(
		private readonly IDBConnection $db,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_declines')) {
			$table = $schema->createTable('reseau_declines');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('other_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_dec_pk');
			$table->addUniqueIndex(['member_id', 'other_id'], 'reseau_dec_once');
			$table->addIndex(['other_id'], 'reseau_dec_other');
		}
		return $schema;
	}

	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		if (!is_file(self::STARTER)) {
			return;
		}
		$starter = json_decode((string)file_get_contents(self::STARTER), true, 64, JSON_THROW_ON_ERROR);
		$words = array_column($starter['themes'], 'words', 'id');
		$qb = $this->db->getQueryBuilder();
		$result = $qb->select('id', 'slug', 'data')->from('reseau_terms')->where($qb->expr()->eq('kind', $qb->createNamedParameter('themes')))->executeQuery();
		foreach ($result->fetchAll() as $row) {
			$entry = json_decode((string)$row['data'], true, 32, JSON_THROW_ON_ERROR);
			if (isset($words[$row['slug']]) && !isset($entry['words'])) {
				$entry['words'] = $words[$row['slug']];
				$update = $this->db->getQueryBuilder();
				$update->update('reseau_terms')
					->set('data', $update->createNamedParameter(json_encode($entry, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE)))
					->where($update->expr()->eq('id', $update->createNamedParameter((int)$row['id'], IQueryBuilder::PARAM_INT)))
					->executeStatement();
			}
		}
	}
}
