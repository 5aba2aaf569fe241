<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\AuthoredMapper;
use OCA\Reseau\Shared\RetriesInsert;
use OCP\AppFramework\Db\QBMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * @template-extends QBMapper<Signature>
 */
class SignatureMapper extends QBMapper {
	use RetriesInsert;
	use AuthoredMapper;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_signatures', Signature::class);
	}

	public function findById(int $id): ?Signature {
		return $this->findBy('id', $id)[0] ?? null;
	}

	public function findByToken(string $tokenHash): ?Signature {
		return $this->findBy('token_hash', $tokenHash)[0] ?? null;
	}

	/** @return list<Signature> of a sheet, oldest first */
	public function findOfSheet(int $sheetId): array {
		return $this->findBy('sheet_id', $sheetId);
	}

	/** @return list<Signature> */
	public function findOfMember(int $memberId): array {
		return $this->findBy('member_id', $memberId);
	}

	public function findPerson(int $sheetId, string $personHash): ?Signature {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq('sheet_id', $qb->createNamedParameter($sheetId, IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('person_hash', $qb->createNamedParameter($personHash)));
		return $this->findEntities($qb)[0] ?? null;
	}

	/**
	 * It was answered: deletes personal data that is not part of the answer.
	 *
	 * @return bool false if it was answered in the meantime: nothing was written
	 */
	public function settle(Signature $signature, string $state, ?string $name, string $hash, string $day): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->update($this->getTableName())
			->set('state', $qb->createNamedParameter($state))
			->set('name', $qb->createNamedParameter($name, $name === null ? IQueryBuilder::PARAM_NULL : IQueryBuilder::PARAM_STR))
			->set('hash', $qb->createNamedParameter($hash))
			->set('day', $qb->createNamedParameter($day))
			->where($qb->expr()->eq('id', $qb->createNamedParameter($signature->getId(), IQueryBuilder::PARAM_INT)))
			->andWhere($qb->expr()->eq('token_hash', $qb->createNamedParameter((string)$signature->getTokenHash())))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Signature::WAITING)));
		// A signer may withdraw through the same link; after a refusal the link is gone.
		foreach (['data', 'by_uid', 'expires_at', ...($state === Signature::SIGNED ? [] : ['token_hash'])] as $column) {
			$qb->set($column, $qb->createNamedParameter(null, IQueryBuilder::PARAM_NULL));
		}
		return $qb->executeStatement() > 0;
	}

	public function deleteOfSheet(int $sheetId): void {
		$this->deleteBy('sheet_id', $sheetId);
	}

	public function deleteOfMember(int $memberId): void {
		$this->deleteBy('member_id', $memberId);
	}

	/** @param list<string> $hashes of a person's mail and telephone: deletes their unanswered requests; they can still withdraw signatures */
	public function deleteWaiting(array $hashes): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())
			->where($qb->expr()->in('person_hash', $qb->createNamedParameter($hashes, IQueryBuilder::PARAM_STR_ARRAY)))
			->andWhere($qb->expr()->eq('state', $qb->createNamedParameter(Signature::WAITING)));
		$qb->executeStatement();
	}

	/** @param int $time seconds since 1970: deletes what expired before */
	public function deleteExpired(int $time): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->lt('expires_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}

	/** @return list<Signature> */
	private function findBy(string $column, string|int $value): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())
			->where($qb->expr()->eq($column, $qb->createNamedParameter($value, is_int($value) ? IQueryBuilder::PARAM_INT : IQueryBuilder::PARAM_STR)))
			->orderBy('id');
		return $this->findEntities($qb);
	}

	private function deleteBy(string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($this->getTableName())->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
