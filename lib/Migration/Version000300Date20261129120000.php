<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Migration;

use Closure;
use OCA\Reseau\Shared\Days;
use OCA\Reseau\Shared\Input;
use OCP\DB\ISchemaWrapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\DB\Types;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use OCP\Migration\SimpleMigrationStep;

/** The meetings of groups, which so far had one in a column of the group, and the addresses by which people read their dates in a calendar. */
class Version000300Date20261129120000 extends SimpleMigrationStep {
	public function __construct(
		private readonly IDBConnection $db,
		private readonly IConfig $config,
	) {
	}

	public function changeSchema(IOutput $output, Closure $schemaClosure, array $options): ?ISchemaWrapper {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->hasTable('reseau_meetings')) {
			$table = $schema->createTable('reseau_meetings');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('group_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true]);
			// Its id in files.
			$table->addColumn('ref', Types::STRING, ['notnull' => false, 'length' => 128]);
			$table->addColumn('key_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('title', Types::STRING, ['notnull' => false, 'length' => 255]);
			$table->addColumn('day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('start_time', Types::STRING, ['notnull' => false, 'length' => 5]);
			$table->addColumn('end_day', Types::STRING, ['notnull' => true, 'length' => 10]);
			$table->addColumn('end_time', Types::STRING, ['notnull' => false, 'length' => 5]);
			$table->addColumn('zone', Types::STRING, ['notnull' => true, 'length' => 64]);
			// Both follow from the days, times and the time zone.
			$table->addColumn('starts_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('ends_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('place', Types::TEXT, ['notnull' => false]);
			$table->addColumn('agenda', Types::TEXT, ['notnull' => false]);
			$table->addColumn('by_uid', Types::STRING, ['notnull' => false, 'length' => 64]);
			$table->addColumn('version', Types::INTEGER, ['notnull' => true]);
			$table->addColumn('created_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('updated_at', Types::BIGINT, ['notnull' => true]);
			$table->addColumn('cancelled_at', Types::BIGINT, ['notnull' => false]);
			$table->setPrimaryKey(['id'], 'reseau_met_pk');
			$table->addUniqueIndex(['key_hash'], 'reseau_met_key');
			$table->addIndex(['group_id', 'ends_at'], 'reseau_met_group');
			$table->addIndex(['ends_at'], 'reseau_met_ends');
		}
		if (!$schema->hasTable('reseau_feeds')) {
			$table = $schema->createTable('reseau_feeds');
			$table->addColumn('id', Types::BIGINT, ['autoincrement' => true, 'notnull' => true, 'unsigned' => true]);
			$table->addColumn('uid', Types::STRING, ['notnull' => true, 'length' => 64]);
			// 0: the dates of all groups, and everything else of the person.
			$table->addColumn('group_id', Types::BIGINT, ['notnull' => true, 'unsigned' => true, 'default' => 0]);
			$table->addColumn('entered_at', Types::BIGINT, ['notnull' => true, 'default' => 0]);
			$table->addColumn('token_hash', Types::STRING, ['notnull' => true, 'length' => 64]);
			$table->addColumn('token', Types::TEXT, ['notnull' => true]);
			$table->addColumn('made_at', Types::BIGINT, ['notnull' => true]);
			$table->setPrimaryKey(['id'], 'reseau_fed_pk');
			$table->addUniqueIndex(['uid', 'group_id'], 'reseau_fed_once');
			$table->addUniqueIndex(['token_hash'], 'reseau_fed_token');
			$table->addIndex(['group_id'], 'reseau_fed_group');
		}
		return $schema;
	}

	public function postSchemaChange(IOutput $output, Closure $schemaClosure, array $options): void {
		/** @var ISchemaWrapper $schema */
		$schema = $schemaClosure();
		if (!$schema->getTable('reseau_groups')->hasColumn('meeting')) {
			return;
		}
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'meeting')->from('reseau_groups')->where($qb->expr()->isNotNull('meeting'))->orderBy('id');
		$result = $qb->executeQuery();
		$rows = $result->fetchAll();
		$result->closeCursor();
		foreach ($rows as $row) {
			$meeting = json_decode((string)$row['meeting'], true);
			if (is_array($meeting)) {
				$this->copy((int)$row['id'], $meeting);
			}
		}
	}

	/** @param array<string, mixed> $meeting day, time, place, about */
	private function copy(int $group, array $meeting): void {
		$zone = $this->zone($group);
		$day = Input::date($meeting['day'] ?? null);
		$time = is_string($meeting['time'] ?? null) && preg_match('/^([01]\d|2[0-3]):[0-5]\d$/D', $meeting['time']) === 1 ? $meeting['time'] : null;
		if ($day === null) {
			return;
		}
		$this->db->insertIgnoreConflict('reseau_meetings', [
			'group_id' => $group,
			'key_hash' => hash('sha256', "group $group first"),
			'title' => '',
			'day' => $day,
			'start_time' => $time,
			'end_day' => $day,
			'end_time' => null,
			'zone' => $zone,
			'starts_at' => Days::momentIn($zone, $day, $time ?? '00:00'),
			'ends_at' => Days::momentIn($zone, Days::after($day, '+1 day'), '00:00'),
			'place' => (string)($meeting['place'] ?? ''),
			'agenda' => (string)($meeting['about'] ?? ''),
			'version' => 1,
			'created_at' => time(),
			'updated_at' => time(),
		]);
	}

	/** Its time was local time: most likely in the time zone of a facilitator of the group, otherwise in the server's. */
	private function zone(int $group): string {
		$qb = $this->db->getQueryBuilder();
		$qb->select('p.uid')->from('reseau_memberships', 'm')
			->innerJoin('m', 'reseau_members', 'p', $qb->expr()->eq('p.id', 'm.member_id'))
			->where($qb->expr()->eq('m.group_id', $qb->createNamedParameter($group, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('m.facilitates', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))
			->andWhere($qb->expr()->isNotNull('p.uid'))
			->orderBy('m.id');
		$result = $qb->executeQuery();
		$accounts = array_column($result->fetchAll(), 'uid');
		$result->closeCursor();
		$names = array_map(fn (mixed $uid): string => $this->config->getUserValue((string)$uid, 'core', 'timezone'), $accounts);
		foreach ([...$names, $this->config->getSystemValueString('default_timezone')] as $name) {
			if (Days::isZone($name)) {
				return $name;
			}
		}
		return 'UTC';
	}
}
