<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Member\Card;

use OCA\Reseau\Shared\Audience\Audience;
use OCA\Reseau\Shared\Audience\Owned;
use OCA\Reseau\Shared\Fold;
use OCP\AppFramework\Db\Entity;
use OCP\DB\Types;

/**
 * A card. Read and write its JSON columns only through the typed methods below.
 *
 * @method ?string getUid()
 * @method void setUid(?string $uid)
 * @method ?string getRef()
 * @method void setRef(?string $ref)
 * @method ?string getStewardUid()
 * @method void setStewardUid(?string $uid)
 * @method string getName()
 * @method string getSortName()
 * @method string getStatus()
 * @method void setStatus(string $status)
 * @method ?string getKind()
 * @method ?bool getSuspended()
 * @method void setSuspended(?bool $suspended)
 * @method ?bool getShowcased()
 * @method void setShowcased(?bool $showcased)
 * @method int getVersion()
 * @method void setVersion(int $version)
 * @method string getJoined()
 * @method void setJoined(string $date)
 * @method ?string getImportHash()
 * @method void setImportHash(?string $hash)
 * @method int getCreatedAt()
 * @method void setCreatedAt(int $time)
 * @method int getUpdatedAt()
 * @method void setUpdatedAt(int $time)
 * @method ?int getEditedAt()
 * @method void setEditedAt(?int $time)
 * @method ?bool getOwnWords()
 * @method void setOwnWords(?bool $ownWords)
 * @method ?int getConfirmedAt()
 * @method void setConfirmedAt(?int $time)
 * @method ?int getAskedAt()
 * @method void setAskedAt(?int $time)
 * @method ?int getRemindedAt()
 * @method void setRemindedAt(?int $time)
 */
class Member extends Entity implements Owned {
	protected ?string $uid = null;
	protected ?string $ref = null;
	protected ?string $stewardUid = null;
	/** Null: a person. */
	protected ?string $kind = null;
	protected ?string $name = null;
	protected ?string $sortName = null;
	protected ?string $card = null;
	protected ?string $contact = null;
	protected ?string $audience = null;
	protected ?string $status = null;
	/** The account is disabled: the card is hidden, even if it is published. */
	protected ?bool $suspended = null;
	/** The person chose to be in the public showcase. */
	protected ?bool $showcased = null;
	protected ?int $version = null;
	protected ?string $joined = null;
	protected ?string $importHash = null;
	protected ?int $createdAt = null;
	protected ?int $updatedAt = null;
	/** When a person last changed the card or confirmed that it is still true; null if only imports have written it. */
	protected ?int $editedAt = null;
	/** The person, who has no account, changed the kept card themselves: imported tables no longer change it. */
	protected ?bool $ownWords = null;
	/** When its keeper last confirmed that it is still true; a day if a file says so. */
	protected ?int $confirmedAt = null;
	/** When its keeper was last asked whether it is still true, and reminded of it. */
	protected ?int $askedAt = null;
	protected ?int $remindedAt = null;

	/** @var ?array{string, array<string, mixed>} who may see which part: the raw column, and its decoded value */
	private ?array $audiences = null;

	public function __construct() {
		$this->addType('suspended', Types::BOOLEAN);
		$this->addType('showcased', Types::BOOLEAN);
		$this->addType('version', Types::INTEGER);
		$this->addType('createdAt', Types::BIGINT);
		$this->addType('updatedAt', Types::BIGINT);
		$this->addType('editedAt', Types::BIGINT);
		$this->addType('ownWords', Types::BOOLEAN);
		$this->addType('confirmedAt', Types::BIGINT);
		$this->addType('askedAt', Types::BIGINT);
		$this->addType('remindedAt', Types::BIGINT);
	}

	public function kind(): CardKind {
		return CardKind::from($this->kind ?? CardKind::Person->value);
	}

	public function makeKind(CardKind $kind): void {
		$this->setter('kind', [$kind === CardKind::Person ? null : $kind->value]);
	}

	public function isOrganisation(): bool {
		return $this->kind() === CardKind::Organisation;
	}

	public function rename(string $name): void {
		$this->setter('name', [$name]);
		$this->setter('sortName', [self::sortNameOf($name)]);
	}

	/** A name in lower case and without accents, for sorting and comparing. */
	public static function sortNameOf(string $name): string {
		return mb_substr(Fold::text($name), 0, 180);
	}

	/** @return array<string, mixed> the non-empty parts of the card by name, without contact */
	public function cardParts(): array {
		return self::decode($this->card);
	}

	/** @param array<string, mixed> $parts */
	public function writeCardParts(array $parts): void {
		$this->setter('card', [self::encode($parts)]);
	}

	/** @return array{email?: string, phone?: string, website?: string} */
	public function contactDetails(): array {
		return self::decode($this->contact);
	}

	/** @param array<string, string> $details */
	public function writeContactDetails(array $details): void {
		$this->setter('contact', [self::encode($details)]);
	}

	public function audienceOf(Part $part): Audience {
		// Called for every part of every card of a list.
		if ($this->audiences === null || $this->audiences[0] !== (string)$this->audience) {
			$this->audiences = [(string)$this->audience, self::decode($this->audience)];
		}
		$chosen = $this->audiences[1][$part->value] ?? null;
		return $chosen === null ? $part->defaultAudience($this->kind()) : Audience::from($chosen);
	}

	/** @param array<string, Audience> $audiences by part name; other parts keep theirs */
	public function writeAudiences(array $audiences): void {
		$chosen = array_map(static fn (Audience $audience): string => $audience->value, $audiences);
		$this->setter('audience', [self::encode($chosen + self::decode($this->audience))]);
	}

	public function statusIs(Status ...$statuses): bool {
		return in_array(Status::from($this->getStatus()), $statuses, true);
	}

	public function ownerId(): int {
		return (int)$this->getId();
	}

	public function ownerUid(): ?string {
		return $this->getUid();
	}

	public function stewardUid(): ?string {
		return $this->getStewardUid();
	}

	public function isShown(): bool {
		return $this->statusIs(Status::Published) && $this->getSuspended() !== true;
	}

	public function isPublic(): bool {
		return $this->getShowcased() === true && $this->isShown();
	}

	/** @return array<string, mixed> */
	private static function decode(?string $json): array {
		return json_decode($json ?? '{}', true, 32, JSON_THROW_ON_ERROR);
	}

	/** @param array<string, mixed> $value */
	private static function encode(array $value): string {
		ksort($value);
		return json_encode((object)$value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
	}
}
