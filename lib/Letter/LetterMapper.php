<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends VersionedMapper<Letter>
 */
class LetterMapper extends VersionedMapper {
	/** Columns for lists: without texts and picture. */
	private const BRIEF = ['id', 'kind', 'title', 'from_day', 'until_day', 'readers', 'readers_of', 'language', 'state', 'note', 'version', 'changed_at', 'sent_at', 'file_id'];

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_letters', Letter::class);
	}

	public function find(int $id): ?Letter {
		$qb = $this->select('*');
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	public function findByKey(string $hash): ?Letter {
		$qb = $this->select('*');
		$qb->where($qb->expr()->eq('key_hash', $qb->createNamedParameter($hash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return list<Letter> without their texts and pictures: drafts first, the last changed one first, then the others, the last sent one first */
	public function findAll(): array {
		$letters = $this->findEntities($this->select(...self::BRIEF));
		usort($letters, static fn (Letter $a, Letter $b): int => [$a->is(Letter::DRAFT) ? 0 : 1, -($a->getSentAt() ?? $a->getChangedAt()), -$a->id()] <=> [$b->is(Letter::DRAFT) ? 0 : 1, -($b->getSentAt() ?? $b->getChangedAt()), -$b->id()]);
		return $letters;
	}

	/**
	 * @param Letter::LETTER|Letter::STATUTORY $kind
	 * @return list<Letter> letters that were sent or are being sent, without their texts and pictures, the last one first
	 */
	public function findOut(string $kind = Letter::LETTER): array {
		$qb = $this->select(...self::BRIEF);
		$qb->where($qb->expr()->eq('kind', $qb->createNamedParameter($kind)))
			->andWhere($qb->expr()->neq('state', $qb->createNamedParameter(Letter::DRAFT)))
			->orderBy('sent_at', 'DESC')->addOrderBy('id', 'DESC');
		return $this->findEntities($qb);
	}

	/** @return list<int> letters that are being sent: messages to all members before others, the first one first */
	public function idsSending(): array {
		$qb = $this->select('id');
		$qb->where($qb->expr()->eq('state', $qb->createNamedParameter(Letter::SENDING)))->orderBy('kind', 'DESC')->addOrderBy('id');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id'));
	}

	/**
	 * Takes or renews the right to send a letter, which one run has at a time.
	 *
	 * @param int $longest seconds that the right lasts: one that lasts longer is from before the clock was set back, and does not count
	 * @return bool false while another run has it, and when the letter is not being sent
	 */
	public function lease(int $id, string $holder, int $now, int $longest): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('lease_holder', $qb->createNamedParameter($holder))
			->set('lease_until', $qb->createNamedParameter($now + $longest, IQueryBuilder::PARAM_INT))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Letter::SENDING)))
			->andWhere($qb->expr()->orX(
				$qb->expr()->isNull('lease_holder'),
				$qb->expr()->eq('lease_holder', $qb->createNamedParameter($holder)),
				$qb->expr()->lte('lease_until', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)),
				$qb->expr()->gt('lease_until', $qb->createNamedParameter($now + $longest, IQueryBuilder::PARAM_INT)),
			));
		if ($qb->executeStatement() > 0) {
			return true;
		}
		// Some databases do not count rows that already have these values.
		return $this->isHeld($id, $holder);
	}

	/** Whether a run is sending it now. */
	public function isLeased(int $id, int $now): bool {
		$qb = $this->select('id');
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->isNotNull('lease_holder'))
			->andWhere($qb->expr()->gt('lease_until', $qb->createNamedParameter($now, IQueryBuilder::PARAM_INT)));
		return $qb->executeQuery()->fetchOne() !== false;
	}

	public function release(int $id, string $holder): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('lease_holder', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->set('lease_until', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('lease_holder', $qb->createNamedParameter($holder)));
		$qb->executeStatement();
	}

	/**
	 * @param ?string $note the reason, if no person asked for it
	 * @return bool false if it is no longer in this state
	 */
	public function change(int $id, string $from, string $to, ?string $note = null): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('state', $qb->createNamedParameter($to))
			->set('note', $qb->createNamedParameter($note, $note === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter($from)));
		return $qb->executeStatement() > 0;
	}

	private function isHeld(int $id, string $holder): bool {
		$qb = $this->select('id');
		$qb->where($qb->expr()->eq('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Letter::SENDING)))
			->andWhere($qb->expr()->eq('lease_holder', $qb->createNamedParameter($holder)));
		return $qb->executeQuery()->fetchOne() !== false;
	}

	private function select(string ...$columns): IQueryBuilder {
		$qb = $this->db->getQueryBuilder();
		return $qb->select(...$columns)->from($this->getTableName());
	}
}
