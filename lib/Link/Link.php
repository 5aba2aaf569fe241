<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Link;

use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A link that a person made: “a relation b”.
 *
 * @method string getAType()
 * @method void setAType(string $type)
 * @method int getAId()
 * @method void setAId(int $id)
 * @method string getBType()
 * @method void setBType(string $type)
 * @method int getBId()
 * @method void setBId(int $id)
 * @method string getRelation()
 * @method void setRelation(string $slug)
 * @method ?string getAuthorUid()
 * @method void setAuthorUid(?string $uid)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 */
class Link extends Entity {
	protected ?string $aType = null;
	protected ?int $aId = null;
	protected ?string $bType = null;
	protected ?int $bId = null;
	/** Slug of a relation in the vocabulary. */
	protected ?string $relation = null;
	/** Null if the account is deleted. */
	protected ?string $authorUid = null;
	protected ?int $createdAt = null;

	public function __construct() {
		foreach (['aId', 'bId', 'createdAt'] as $field) {
			$this->addType($field, Types::BIGINT);
		}
	}

	public static function between(Ref $a, Ref $b, string $relation): self {
		$link = new self();
		$link->join($a, $b);
		$link->setRelation($relation);
		return $link;
	}

	public function join(Ref $a, Ref $b): void {
		$this->setAType($a->type->value);
		$this->setAId($a->id);
		$this->setBType($b->type->value);
		$this->setBId($b->id);
	}

	/**
	 * A link that reads the same from both ends is stored once, in a fixed order of its ends, no matter from which end it is made.
	 *
	 * @return array{Ref, Ref}
	 */
	public static function ordered(Ref $a, Ref $b, bool $mutual): array {
		return $mutual && strcmp($a->key(), $b->key()) > 0 ? [$b, $a] : [$a, $b];
	}

	public function a(): Ref {
		return new Ref(ThingType::from((string)$this->aType), (int)$this->aId);
	}

	public function b(): Ref {
		return new Ref(ThingType::from((string)$this->bType), (int)$this->bId);
	}
}
