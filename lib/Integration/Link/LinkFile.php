<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Integration\Link;

use OCA\Reseau\Group\Groups;
use OCA\Reseau\Library\LibraryFiles;
use OCA\Reseau\Library\LibraryRoot;
use OCA\Reseau\Link\Event\LinkMade;
use OCA\Reseau\Link\Link;
use OCA\Reseau\Link\LinkMapper;
use OCA\Reseau\Link\LinkStore;
use OCA\Reseau\Link\Ref;
use OCA\Reseau\Link\ThingType;
use OCA\Reseau\Member\Editing\MemberService;
use OCA\Reseau\Shared\ImportReport;
use OCA\Reseau\Shared\ReasonException;
use OCA\Reseau\Vocabulary\Relations;
use OCP\EventDispatcher\IEventDispatcher;
use OCP\IUserManager;
use Throwable;

/**
 * Links in a file: a list of `{a: {member: ID}, relation: SLUG, b: {group: ID}, by: ACCOUNT}`. People and groups are named as in their own files,
 * files as `{file: PATH}` below the library's folder; boards and cards belong to Deck and are not exported. Existing links are skipped.
 */
class LinkFile {
	public function __construct(
		private readonly LinkMapper $links,
		private readonly LinkStore $store,
		private readonly MemberService $members,
		private readonly Groups $groups,
		private readonly LibraryRoot $root,
		private readonly LibraryFiles $files,
		private readonly Relations $relations,
		private readonly IUserManager $users,
		private readonly IEventDispatcher $events,
	) {
	}

	/** @param list<mixed> $rows */
	public function import(array $rows): ImportReport {
		$report = new ImportReport();
		$relations = array_column($this->relations->present('fr'), 'slug');
		foreach ($rows as $i => $row) {
			$by = is_string($row['by'] ?? null) && $this->users->userExists($row['by']) ? $row['by'] : null;
			$a = $this->end($row['a'] ?? null, $by);
			$b = $this->end($row['b'] ?? null, $by);
			$relation = $row['relation'] ?? null;
			$why = match (true) {
				$a === null || $b === null => 'unknown_thing ' . ($a === null ? 'a' : 'b'),
				$a->is($b) => 'same_thing',
				!in_array($relation, $relations, true) => 'unknown_relation',
				default => null,
			};
			if ($why !== null) {
				$report->skipped("link $i", $why);
				continue;
			}
			try {
				$report->add("link $i", $this->add($a, $b, $relation, $by));
			} catch (ReasonException $e) {
				$report->skipped("link $i", "$e->reason {$e->details['field']}");
			}
		}
		return $report;
	}

	/** @return list<array<string, mixed>> links whose ends have a name outside this server */
	public function export(): array {
		$links = $this->links->findAll();
		$members = $links === [] ? [] : $this->members->refs();
		$groups = $links === [] ? [] : $this->groups->refs();
		$ids = [];
		foreach ($links as $link) {
			foreach ([$link->a(), $link->b()] as $end) {
				$ids[] = $end->type === ThingType::File ? $end->id : 0;
			}
		}
		$within = $this->files->within(array_filter($ids));
		$name = fn (Ref $ref): ?array => match ($ref->type) {
			ThingType::Member => isset($members[$ref->id]) ? ['member' => $members[$ref->id]] : null,
			ThingType::Group => isset($groups[$ref->id]) ? ['group' => $groups[$ref->id]] : null,
			ThingType::File => isset($within[$ref->id]) ? ['file' => ltrim($this->files->pathOf($within[$ref->id]), '/')] : null,
			default => null,
		};
		$rows = array_map(static fn (Link $link): array => array_filter([
			'a' => $name($link->a()), 'relation' => $link->getRelation(), 'b' => $name($link->b()), 'by' => $link->getAuthorUid(),
		]), $links);
		return array_values(array_filter($rows, static fn (array $row): bool => isset($row['a'], $row['b'])));
	}

	/** @param ?string $by an account that has the library, for the ends that are files */
	private function end(mixed $end, ?string $by): ?Ref {
		$name = is_array($end) ? current($end) : null;
		$type = is_array($end) ? ThingType::tryFrom((string)key($end)) : null;
		$id = !is_string($name) ? null : match ($type) {
			ThingType::Member => $this->members->idOfRef($name),
			ThingType::Group => $this->groups->idOfRef($name),
			ThingType::File => $by === null ? null : $this->file($name, $by),
			default => null,
		};
		return $type === null || $id === null ? null : new Ref($type, $id);
	}

	private function file(string $path, string $uid): ?int {
		try {
			return $this->root->of($uid)->folder?->get($path)->getId();
		} catch (Throwable) {
			return null;
		}
	}

	/** @throws ReasonException unknown_thing */
	private function add(Ref $a, Ref $b, string $relation, ?string $by): string {
		[$link, $made] = $this->store->add($a, $b, $relation, $by);
		if (!$made) {
			return ImportReport::UNCHANGED;
		}
		$this->events->dispatchTyped(new LinkMade([$link->a(), $link->b()]));
		return ImportReport::MADE;
	}
}
