<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCA\Reseau\Shared\Audience\Visibility;
use OCA\Reseau\Shared\VersionedMapper;
use OCP\DB\QueryBuilder\IQueryBuilder;
use OCP\IDBConnection;

/**
 * Sheets with the members and groups they name.
 *
 * @template-extends VersionedMapper<Sheet>
 */
class SheetMapper extends VersionedMapper {
	/** Ids in one statement. */
	private const CHUNK = 900;

	public function __construct(IDBConnection $db) {
		parent::__construct($db, 'reseau_sheets', Sheet::class);
	}

	public function findByFile(int $fileId): ?Sheet {
		return $this->findByFiles([$fileId])[0] ?? null;
	}

	public function findById(int $id): ?Sheet {
		return $this->findAmong('id', [$id])[0] ?? null;
	}

	/**
	 * @param list<int> $fileIds
	 * @return list<Sheet> in no order
	 */
	public function findByFiles(array $fileIds): array {
		return $this->findAmong('file_id', $fileIds);
	}

	/**
	 * @param list<int> $ids
	 * @return list<Sheet> in the order of the ids
	 */
	public function findByIds(array $ids): array {
		$sheets = [];
		foreach ($this->findAmong('id', $ids) as $sheet) {
			$sheets[(int)$sheet->getId()] = $sheet;
		}
		return array_values(array_filter(array_map(static fn (int $id): ?Sheet => $sheets[$id] ?? null, $ids)));
	}

	/** @return array<int, array{id: int, gone: bool}> published sheets by file id */
	public function published(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id', 'file_id', 'gone_at')->from($this->getTableName())
			->where($qb->expr()->eq('status', $qb->createNamedParameter(Sheet::PUBLISHED)));
		$published = [];
		foreach ($qb->executeQuery()->fetchAll() as $row) {
			$published[(int)$row['file_id']] = ['id' => (int)$row['id'], 'gone' => $row['gone_at'] !== null];
		}
		return $published;
	}

	/** @return array<int, int> ids of the sheets in the public showcase an author of which is shown, or that name no member, by file id */
	public function showcased(): array {
		$qb = $this->db->getQueryBuilder();
		$named = 'SELECT 1 FROM `*PREFIX*reseau_sheet_authors` a WHERE a.sheet_id = s.id';
		$qb->select('s.id', 's.file_id')->from($this->getTableName(), 's')
			->where($qb->expr()->eq('s.showcased', $qb->createNamedParameter(true, IQueryBuilder::PARAM_BOOL)))
			->andWhere("(NOT EXISTS ($named) OR EXISTS ($named AND " . Visibility::shown('a') . '))');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id', 'file_id'));
	}

	/** @return array<int, int> when those published since a moment were published, by file id */
	public function publishedSince(int $time): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('file_id', 'published_at')->from($this->getTableName())
			->where($qb->expr()->eq('status', $qb->createNamedParameter(Sheet::PUBLISHED)))
			->andWhere($qb->expr()->gte('published_at', $qb->createNamedParameter($time, IQueryBuilder::PARAM_INT)));
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'published_at', 'file_id'));
	}

	/** @return list<int> ids of the files of sheets that were published from one moment to another */
	public function filesBetween(int $from, int $until): array {
		return array_keys(array_filter($this->publishedSince($from), static fn (int $time): bool => $time < $until));
	}

	/** Whether a sheet's file was last seen in a storage. */
	public function livesIn(int $storageId): bool {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->eq('storage_id', $qb->createNamedParameter($storageId, IQueryBuilder::PARAM_INT)))
			->setMaxResults(1);
		return $qb->executeQuery()->fetchOne() !== false;
	}

	/** @return list<int> ids of the files of all sheets */
	public function fileIds(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('file_id')->from($this->getTableName());
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'file_id'));
	}

	/** @return list<Sheet> whose files are gone */
	public function findGone(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->isNotNull('gone_at'))->orderBy('id');
		$sheets = $this->findEntities($qb);
		$this->readNames($sheets);
		return $sheets;
	}

	/** @return list<Sheet> about which an anonymous author can be written to */
	public function findWithWriter(): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($this->getTableName())->where($qb->expr()->isNotNull('writer'))->orderBy('id');
		return $this->findEntities($qb);
	}

	/** @return list<int> ids of the files of the sheets that name a member */
	public function filesOfAuthor(int $memberId): array {
		return $this->filesNaming('reseau_sheet_authors', 'member_id', $memberId);
	}

	/** @return list<int> ids of the sheets that name a member */
	public function idsOfAuthor(int $memberId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('sheet_id')->from('reseau_sheet_authors')->where($qb->expr()->eq('member_id', $qb->createNamedParameter($memberId, IQueryBuilder::PARAM_INT)))->orderBy('sheet_id');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'sheet_id'));
	}

	/** @return list<int> ids of the files of the sheets under which a member's name stands */
	public function filesSignedBy(int $memberId): array {
		return $this->filesNaming('reseau_signatures', 'member_id', $memberId);
	}

	/** @return list<int> ids of the files of the sheets a group works on */
	public function filesOfGroup(int $groupId): array {
		return $this->filesNaming('reseau_sheet_groups', 'group_id', $groupId);
	}

	/** @return list<int> ids of the files of the sheets that tell what came of a notice */
	public function filesOfNotice(int $noticeId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('file_id')->from($this->getTableName())
			->where($qb->expr()->eq('notice_id', $qb->createNamedParameter($noticeId, IQueryBuilder::PARAM_INT)))->orderBy('file_id');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'file_id'));
	}

	public function countAll(): int {
		$qb = $this->db->getQueryBuilder();
		$qb->select($qb->func()->count('*'))->from($this->getTableName());
		return (int)$qb->executeQuery()->fetchOne();
	}

	/** @return list<int> */
	public function idsAfter(int $id, int $limit): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('id')->from($this->getTableName())
			->where($qb->expr()->gt('id', $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->orderBy('id')->setMaxResults($limit);
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'id'));
	}

	/** Stores which members and groups a sheet names, if these were loaded. */
	public function writeNames(Sheet $sheet): void {
		$id = (int)$sheet->getId();
		if ($sheet->authors !== null) {
			$this->deleteFrom('reseau_sheet_authors', 'sheet_id', $id);
			foreach (array_values(array_unique($sheet->authors)) as $position => $member) {
				$this->db->insertIgnoreConflict('reseau_sheet_authors', ['sheet_id' => $id, 'member_id' => $member, 'position' => $position]);
			}
		}
		if ($sheet->groups !== null) {
			$this->deleteFrom('reseau_sheet_groups', 'sheet_id', $id);
			foreach (array_unique($sheet->groups) as $group) {
				$this->db->insertIgnoreConflict('reseau_sheet_groups', ['sheet_id' => $id, 'group_id' => $group]);
			}
		}
	}

	public function deleteNames(int $sheetId): void {
		$this->deleteFrom('reseau_sheet_authors', 'sheet_id', $sheetId);
		$this->deleteFrom('reseau_sheet_groups', 'sheet_id', $sheetId);
	}

	/** A member is gone: removes them from all sheets. */
	public function forgetMember(int $memberId): void {
		$this->deleteFrom('reseau_sheet_authors', 'member_id', $memberId);
	}

	/** @return list<int> sheets that named a group which is gone */
	public function forgetGroup(int $groupId): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('sheet_id')->from('reseau_sheet_groups')->where($qb->expr()->eq('group_id', $qb->createNamedParameter($groupId, IQueryBuilder::PARAM_INT)));
		$sheets = array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'sheet_id'));
		$this->deleteFrom('reseau_sheet_groups', 'group_id', $groupId);
		return $sheets;
	}

	/** Two cards were merged. */
	public function moveMember(int $from, int $into): void {
		$qb = $this->db->getQueryBuilder();
		$qb->select('sheet_id', 'position')->from('reseau_sheet_authors')->where($qb->expr()->eq('member_id', $qb->createNamedParameter($from, IQueryBuilder::PARAM_INT)));
		foreach ($qb->executeQuery()->fetchAll() as $row) {
			$this->db->insertIgnoreConflict('reseau_sheet_authors', ['sheet_id' => (int)$row['sheet_id'], 'member_id' => $into, 'position' => (int)$row['position']]);
		}
		$this->deleteFrom('reseau_sheet_authors', 'member_id', $from);
	}

	/** @return list<int> */
	private function filesNaming(string $table, string $column, int $id): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('s.file_id')->from($table, 'n')
			->innerJoin('n', $this->getTableName(), 's', $qb->expr()->eq('n.sheet_id', 's.id'))
			->where($qb->expr()->eq("n.$column", $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)))
			->orderBy('s.id');
		return array_map(intval(...), array_column($qb->executeQuery()->fetchAll(), 'file_id'));
	}

	/**
	 * @param list<int> $ids
	 * @return list<Sheet> with their names
	 */
	private function findAmong(string $column, array $ids): array {
		$sheets = [];
		foreach (array_chunk(array_values(array_unique($ids)), self::CHUNK) as $chunk) {
			$qb = $this->db->getQueryBuilder();
			$qb->select('*')->from($this->getTableName())->where($qb->expr()->in($column, $qb->createNamedParameter($chunk, IQueryBuilder::PARAM_INT_ARRAY)));
			array_push($sheets, ...$this->findEntities($qb));
		}
		$this->readNames($sheets);
		return $sheets;
	}

	/** @param list<Sheet> $sheets */
	private function readNames(array $sheets): void {
		$byId = [];
		foreach ($sheets as $sheet) {
			$sheet->authors = $sheet->groups = [];
			$byId[(int)$sheet->getId()] = $sheet;
		}
		foreach (array_chunk(array_keys($byId), self::CHUNK) as $chunk) {
			foreach ($this->rowsOf('reseau_sheet_authors', $chunk, 'position') as $row) {
				$byId[(int)$row['sheet_id']]->authors[] = (int)$row['member_id'];
			}
			foreach ($this->rowsOf('reseau_sheet_groups', $chunk, 'group_id') as $row) {
				$byId[(int)$row['sheet_id']]->groups[] = (int)$row['group_id'];
			}
		}
	}

	/**
	 * @param list<int> $sheetIds
	 * @return list<array<string, mixed>>
	 */
	private function rowsOf(string $table, array $sheetIds, string $order): array {
		$qb = $this->db->getQueryBuilder();
		$qb->select('*')->from($table)
			->where($qb->expr()->in('sheet_id', $qb->createNamedParameter($sheetIds, IQueryBuilder::PARAM_INT_ARRAY)))
			->orderBy($order);
		return $qb->executeQuery()->fetchAll();
	}

	private function deleteFrom(string $table, string $column, int $id): void {
		$qb = $this->db->getQueryBuilder();
		$qb->delete($table)->where($qb->expr()->eq($column, $qb->createNamedParameter($id, IQueryBuilder::PARAM_INT)));
		$qb->executeStatement();
	}
}
