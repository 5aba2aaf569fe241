<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCA\Reseau\Shared\Days;
use OCP\DB\ISchemaWrapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\DB\Types;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** Which notices people were notified of; what is needed by a day ends then. */
class Version000400Date20261203002000 extends SimpleMigrationStep {
	public function __construct(
		private readonly IDBConnection $db,
		private readonly Days $days,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if ($schema->hasTable('reseau_announced')) {
			return null;
		}
		$table = $schema->createTable('reseau_announced');
		$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
		$table->addColumn('member_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('notice_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
		$table->addColumn('notified_at', Types::BIGINT, ['notnull' => true]);
		$table->addColumn('urgent_on', Types::STRING, ['notnull' => false, 'length' => 10]);
		$table->setPrimaryKey(['id'], 'reseau_ann_pk');
		$table->addUniqueIndex(['member_id', 'notice_id'], 'reseau_ann_once');
		$table->addUniqueIndex(['member_id', 'urgent_on'], 'reseau_ann_urgent');
		$table->addIndex(['notice_id'], 'reseau_ann_notice');
		$table->addIndex(['notified_at'], 'reseau_ann_time');
		$schema->getTable('reseau_notices')->addIndex(['needed_by'], 'reseau_ntc_needed');
		return $schema;
	}

	/** A notice whose day has passed stays open, because its author did not know that it would end. The others are read again to find what they are about. */
	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_notices')
			->set('until_day', 'needed_by')
			->where($qb->expr()->eq('state', $qb->createNamedParameter('open')))
			->andWhere($qb->expr()->lt('needed_by', 'until_day'))
			->andWhere($qb->expr()->gte('needed_by', $qb->createNamedParameter($this->days->today(uid: ''))));
		$qb->executeStatement();
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_objects')->set('format', $qb->createNamedParameter(0, IQueryBuilder::PARAM_INT))->where($qb->expr()->eq('object_type', $qb->createNamedParameter('notice')));
		$qb->executeStatement();
	}
}
