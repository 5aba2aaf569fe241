<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCP\AppFramework\Db;

use BadFunctionCallException;
use OCP\DB\Types;

/**
 * A row as an object: protected camelCase properties are the columns, get…(), set…() and is…() are magic.
 *
 * @method int getId()
 * @method void setId(int $id)
 */
abstract class Entity {
	/** @var ?int */
	public $id;

	/** @var array<string, string> by column */
	private static array $_properties = [];

	/** @var array<string, true> */
	private array $_updatedFields = [];

	/** @var array<string, string> */
	protected array $_fieldTypes = ['id' => 'integer'];

	public static function fromRow(array $row): static {
		$entity = new static();
		foreach ($row as $column => $value) {
			$entity->setter($entity->columnToProperty($column), [$value]);
		}
		$entity->resetUpdatedFields();
		return $entity;
	}

	public function getFieldTypes(): array {
		return $this->_fieldTypes;
	}

	public function getUpdatedFields(): array {
		return $this->_updatedFields;
	}

	public function resetUpdatedFields(): void {
		$this->_updatedFields = [];
	}

	protected function markFieldUpdated(string $attribute): void {
		$this->_updatedFields[$attribute] = true;
	}

	protected function addType(string $fieldName, string $type): void {
		$this->_fieldTypes[$fieldName] = $type;
	}

	protected function setter(string $name, array $args): void {
		$this->mustHave($name);
		if ($args[0] === $this->$name) {
			return;
		}
		$this->markFieldUpdated($name);
		$type = $this->_fieldTypes[$name] ?? null;
		$this->$name = $args[0] === null || $type === null ? $args[0] : self::cast($args[0], $type);
	}

	protected function getter(string $name): mixed {
		$this->mustHave($name);
		return $this->$name;
	}

	public function __call(string $methodName, array $args) {
		$field = lcfirst(substr($methodName, 3));
		if (str_starts_with($methodName, 'set')) {
			$this->setter($field, $args);
			return null;
		}
		if (str_starts_with($methodName, 'get')) {
			return $this->getter($field);
		}
		if ($this->isGetterForBoolProperty($methodName)) {
			return $this->getter(lcfirst(substr($methodName, 2)));
		}
		throw new BadFunctionCallException($methodName . ' does not exist');
	}

	protected function isGetterForBoolProperty(string $methodName): bool {
		return str_starts_with($methodName, 'is')
			&& str_starts_with($this->_fieldTypes[lcfirst(substr($methodName, 2))] ?? '', 'bool');
	}

	public function columnToProperty(string $columnName) {
		return self::$_properties[$columnName] ??= lcfirst(str_replace('_', '', ucwords($columnName, '_')));
	}

	public function propertyToColumn(string $property): string {
		return strtolower(preg_replace('/(?<!^)[A-Z]/', '_$0', $property));
	}

	private function mustHave(string $name): void {
		if (!property_exists($this, $name)) {
			throw new BadFunctionCallException($name . ' is not a valid attribute');
		}
	}

	private static function cast(mixed $value, string $type): mixed {
		return match ($type) {
			Types::INTEGER, Types::BIGINT => (int)$value,
			Types::BOOLEAN => (bool)$value,
			Types::STRING, Types::TEXT => (string)$value,
		};
	}
}
