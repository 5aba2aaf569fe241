<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Letter;

use OCA\Reseau\Shared\BulkMapper;
use OCA\Reseau\Shared\Deadlock;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<LetterMail>
 */
class LetterMailMapper extends QBMapper {
	use BulkMapper;

	/** Of two mails of a letter to one reader the first of these states counts: a sent letter is not sent again, and a waiting one is not lost. */
	private const COUNTING = [LetterMail::SENT, LetterMail::BEGUN, LetterMail::PERHAPS, LetterMail::WAITING, LetterMail::REFUSED, LetterMail::NOTHING, LetterMail::LEFT];

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_letter_mails', LetterMail::class);
	}

	/** @return list<LetterMail> in a state, in the order of their ids */
	public function findOf(int $letterId, string $state, int $limit, int $after = 0): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter($state)))
			->andWhere($qb->expr()->gt('id', $qb->createNamedParameter($after, IQueryBuilder::PARAM_INT)))
			->orderBy('id')->setMaxResults($limit);
		return $this->findEntities($qb);
	}

	public function findOne(int $letterId, int $readerId): ?LetterMail {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('reader_id', $qb->createNamedParameter($readerId, IQueryBuilder::PARAM_INT)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/** @return array<string, int> how many are in each state, for each of LetterMail::STATES */
	public function counts(int $letterId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('state')->selectAlias($qb->func()->count('*'), 'mails')->from($this->getTableName())
			->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)))
			->groupBy('state');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'mails', 'state')) + array_fill_keys(LetterMail::STATES, 0);
	}

	/**
	 * Marks a mail as about to be handed over, if it still waits for that reader, and this run is still sending its letter.
	 *
	 * @return bool false: it must not be sent
	 */
	public function begin(LetterMail $mail, string $run): bool {
		return Deadlock::again(fn (): int => $this->db->executeStatement(
			"UPDATE `*PREFIX*{$this->getTableName()}` SET state = 'begun', reason = NULL, run = :run WHERE id = :id AND reader_id = :reader AND state = 'waiting'"
			. " AND EXISTS (SELECT 1 FROM `*PREFIX*reseau_letters` l WHERE l.id = :letter AND l.state = 'sending' AND l.lease_holder = :run)",
			['run' => $run, 'id' => (int)$mail->getId(), 'reader' => $mail->getReaderId(), 'letter' => $mail->getLetterId()],
		), $this->db) > 0;
	}

	/** Stores the result of a mail that this run had begun, even if another run has given it up as lost in the meantime. */
	public function finish(LetterMail $mail, string $run, string $state, ?string $reason = null): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('state', $qb->createNamedParameter($state))
			->set('reason', $qb->createNamedParameter($reason, $reason === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
			->where($qb->expr()->eq('id', $qb->createNamedParameter((int)$mail->getId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('run', $qb->createNamedParameter($run)))
			->andWhere($qb->expr()->in('state', $qb->createNamedParameter([LetterMail::BEGUN, LetterMail::PERHAPS], IQueryBuilder::PARAM_STR_ARRAY)));
		Deadlock::again(static fn (): int => $qb->executeStatement(), $this->db);
	}

	/** Mails that other runs had begun and never finished: it is unknown whether they were sent. */
	public function giveUp(int $letterId, string $run): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('state', $qb->createNamedParameter(LetterMail::PERHAPS))
			->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(LetterMail::BEGUN)))
			->andWhere($qb->expr()->neq('run', $qb->createNamedParameter($run)));
		$qb->executeStatement();
	}

	/** Mails in one state wait again. */
	public function resend(int $letterId, string $state): int {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('state', $qb->createNamedParameter(LetterMail::WAITING))
			->set('reason', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->set('run', $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL))
			->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter($state)));
		return $qb->executeStatement();
	}

	public function deleteOf(int $letterId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('letter_id', $qb->createNamedParameter($letterId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** Two readers are merged: a person who has a letter, or may have it, does not get it again. */
	public function moveReader(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->eq('reader_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		foreach ($this->findEntities($qb) as $mail) {
			$other = $this->findOne($mail->getLetterId(), $into);
			if ($other === null) {
				$mail->setReaderId($into);
				$this->update($mail);
				continue;
			}
			if (array_search($mail->getState(), self::COUNTING, true) < array_search($other->getState(), self::COUNTING, true)) {
				$this->become($other, $mail);
			}
			$this->delete($mail);
		}
	}

	/** Unless its state has changed at this moment: then a run is sending it. */
	private function become(LetterMail $mail, LetterMail $like): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			// A run that has begun the other mail finishes a row that no longer exists.
			->set('state', $qb->createNamedParameter($like->getState() === LetterMail::BEGUN ? LetterMail::PERHAPS : $like->getState()))
			->set('reason', $qb->createNamedParameter($like->getReason(), $like->getReason() === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
			->where($qb->expr()->eq('id', $qb->createNamedParameter((int)$mail->getId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter($mail->getState())));
		$qb->executeStatement();
	}

	/** A subscription is erased. */
	public function forgetReader(int $readerId): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq('reader_id', $qb->createNamedParameter($readerId, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
