import { chromium } from 'playwright-core';
const [,, login, outPrefix, width, ...paths] = process.argv;
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
const c = await b.newContext({viewport:{width:Number(width),height:900},baseURL:process.env.YINGBAO_URL||'http://127.0.0.1:8090',locale:'zh-CN',timezoneId:'Asia/Shanghai'});
const p = await c.newPage();
p.on('console',m=>{if(m.type()==='error')console.log('console',m.text().slice(0,300))});
p.on('pageerror',e=>console.log('pageerror',e.message.slice(0,300)));
await p.goto('/'); 
if(login!=='-'){ await p.waitForTimeout(1500);
 await p.evaluate(async (login)=>{ const w=await (await fetch('/api/welcome')).json(); const u=w.demoUsers.find(x=>x.login===login); const t=document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1]; const r=await fetch('/api/session',{method:'POST',headers:{'content-type':'application/json','x-xsrf-token':t},body:JSON.stringify({login,password:u.password,code:u.code??''})}); console.log('signin',r.status)}, login);}
for(const [i,path] of paths.entries()){ let target=path; if(path.startsWith('api:')){ const [,api,expr]=path.split('|'); const data=await p.evaluate(async a=>(await fetch(a)).json(),api); target=new Function('d','return '+expr)(data); console.log(target);} await p.goto(target); await p.waitForLoadState('networkidle').catch(()=>{}); await p.waitForTimeout(900); await p.screenshot({path:`${outPrefix}-${i}.png`,fullPage:process.env.FULL==='1'}); }
await b.close();
