<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Library;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * The description of a file or folder of the library. A sheet is identified by its file's id, and people who see the file see the sheet. Who wrote it
 * is not stored; authors are the people it names. Only who can be written to about an anonymous one is, encrypted (AnonymousAuthors).
 *
 * @psalm-type Place = array{code: string, kind: string, name: string}
 * @psalm-type Context = array{territories: list<Place>, public: string, means: string, frame: string, standpoint: string}
 *
 * @method int getFileId()
 * @method void setFileId(int $id)
 * @method string getKind()
 * @method void setKind(string $slug)
 * @method ?string getOutcome()
 * @method void setOutcome(?string $outcome)
 * @method string getTitle()
 * @method void setTitle(string $title)
 * @method string getStatus()
 * @method void setStatus(string $status)
 * @method ?bool getShowcased()
 * @method void setShowcased(?bool $showcased)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method ?bool getAnonymous()
 * @method void setAnonymous(?bool $anonymous)
 * @method ?int getNoticeId()
 * @method void setNoticeId(?int $id)
 * @method ?bool getDeposited()
 * @method void setDeposited(?bool $deposited)
 * @method ?string getWriter()
 * @method void setWriter(?string $encrypted)
 * @method ?int getStorageId()
 * @method void setStorageId(?int $id)
 * @method ?string getPath()
 * @method void setPath(?string $path)
 * @method ?int getGoneAt()
 * @method void setGoneAt(?int $time)
 * @method ?int getPublishedAt()
 * @method void setPublishedAt(?int $time)
 * @method int getChangedAt()
 * @method void setChangedAt(int $time)
 */
class Sheet extends Entity {
	public const DRAFT = 'draft';
	public const PUBLISHED = 'published';

	/** A sheet's texts other than its title, in reading order. */
	public const TEXTS = ['summary', 'tried', 'happened', 'learnt', 'wanted', 'authorNames', 'licence'];

	private const CONTEXT = ['territories' => [], 'public' => '', 'means' => '', 'frame' => '', 'standpoint' => ''];

	protected ?int $fileId = null;
	protected ?string $kind = null;
	protected ?string $outcome = null;
	protected ?string $title = null;
	protected ?string $words = null;
	protected ?string $status = null;
	/** One of its authors chose that it is in the public showcase. */
	protected ?bool $showcased = null;
	protected ?int $version = null;
	protected ?bool $anonymous = null;
	/** A facilitator wrote it for a person who stays unnamed. */
	protected ?bool $deposited = null;
	/** The notice of which it tells what came; an anonymous one has none. */
	protected ?int $noticeId = null;
	protected ?string $writer = null;
	protected ?int $storageId = null;
	/** Below the library's folder, with a leading slash. */
	protected ?string $path = null;
	/** When it was found missing; null while it exists. */
	protected ?int $goneAt = null;
	/** When it was first published: lists are sorted by it, since the file's owners may edit the sheet at any time. */
	protected ?int $publishedAt = null;
	protected ?int $changedAt = null;

	/** @var ?list<int> members it names, in order; null: not loaded, do not write */
	public ?array $authors = null;

	/** @var ?list<int> groups that work on it; null: not loaded, do not write */
	public ?array $groups = null;

	public function __construct() {
		foreach (['fileId', 'storageId', 'noticeId', 'goneAt', 'publishedAt', 'changedAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
		$this->addType('version', Types::INTEGER);
		$this->addType('anonymous', Types::BOOLEAN);
		$this->addType('deposited', Types::BOOLEAN);
		$this->addType('showcased', Types::BOOLEAN);
	}

	public function isPublished(): bool {
		return $this->getStatus() === self::PUBLISHED;
	}

	/** It names nobody. */
	public function isAnonymous(): bool {
		return $this->getAnonymous() === true;
	}

	/** Whether its texts are for members alone. */
	public function isForMembers(): bool {
		return $this->text('licence') === 'network';
	}

	/** Whether it is in the showcase, as far as it is about the sheet (SheetAccess::isPublic()). An anonymous one has no author who could have chosen so. */
	public function isShowcased(): bool {
		return $this->getShowcased() === true && $this->isPublished() && $this->getGoneAt() === null && !$this->isAnonymous() && !$this->isForMembers();
	}

	/** @return string one of TEXTS */
	public function text(string $name): string {
		return (string)($this->told()[$name] ?? '');
	}

	/** @return Context */
	public function context(): array {
		return array_replace(self::CONTEXT, array_intersect_key($this->told()['context'] ?? [], self::CONTEXT));
	}

	/** @return list<string> slugs of sectors, themes and publics, as they were entered */
	public function terms(): array {
		return $this->told()['terms'] ?? [];
	}

	/** @param array<string, mixed> $words texts, `context` and `terms`; those left out stay */
	public function tell(array $words): void {
		$told = array_replace($this->told(), $words);
		ksort($told);
		$this->setter('words', [json_encode($told, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES)]);
	}

	/** @return list<mixed> what every reader of the sheet sees; the members it names may be hidden from some */
	public function shown(): array {
		return [$this->kind, $this->outcome, $this->title, $this->told(), $this->isAnonymous(), $this->deposited === true, $this->writer !== null, $this->groups];
	}

	/** @return array<string, mixed> */
	private function told(): array {
		return json_decode($this->words ?? '{}', true, 8, JSON_THROW_ON_ERROR);
	}
}
