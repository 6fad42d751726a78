/** The smallest Nest + Fastify application, as a baseline; prints its port. */
import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class Hello {
  hello() {
    return { hello: 'world' };
  }
}
const method = Object.getOwnPropertyDescriptor(Hello.prototype, 'hello');
Get()(Hello.prototype, 'hello', method);
Controller()(Hello);

class Root {}
Module({ controllers: [Hello] })(Root);

const app = await NestFactory.create(Root, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
console.log(app.getHttpServer().address().port);
